using Course.Kernel.Display;
using Course.Kernel.Script;
using Course.Kernel.Threads;

namespace Course.Kernel.Tests.Script;

public class ScriptCompilerTests
{
    private readonly ScriptCompiler _compiler = new(
        new SessionLoadContext(), languageVersion: null, typeof(CellVerbs), new CodeGuard(CellStop.Text(slot: 0)), new ReferenceResolver((_, _) => []), Path.GetTempPath());

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("throw new Exception();\n// in full")]
    public void Cell_AfterOneThatDeclaredNothing_FindsItsReferencesBound(string code)
    {
        _compiler.Bind("2", "cell 1");
        var before = GC.GetAllocatedBytesForCurrentThread();

        _compiler.Bind(code, "cell 2");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000); // to bind them takes 120,000
    }

    [Fact]
    public void Cells_OfWhichNoneAdvanced_AreAllLoaded()
    {
        Compile("var x = 1;");
        Compile("var x = 2;"); // a stop between compiling and running leaves the first one loaded and unknown
        Compile("1 + 1");
        _compiler.Advance(Compile("var x = 3;"));

        Assert.True(_compiler.Advance(Compile("var y = x;")));
        Assert.False(_compiler.Advance(Compile("x + y")));
    }

    [Fact]
    public void References_OfTheFramework_DeclareTypes()
    {
        Assert.DoesNotContain(FrameworkReferences.Find("netstandard")!, FrameworkReferences.References);
        Assert.Contains(FrameworkReferences.Find("System.Private.CoreLib")!, FrameworkReferences.References);
        Assert.Null(FrameworkReferences.Find("No.Such"));
    }

    private Submission Compile(string code) => _compiler.Compile(code, "cell 1", CancellationToken.None);
}
