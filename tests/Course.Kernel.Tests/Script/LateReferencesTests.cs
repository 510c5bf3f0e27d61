using Course.Kernel.Display;
using Course.Kernel.Script;
using Course.Kernel.Threads;

namespace Course.Kernel.Tests.Script;

/// <summary>Cells that name what the host has not fetched yet.</summary>
public class LateReferencesTests
{
    private readonly LateGadgets _files = new();
    private readonly ScriptCompiler _compiler;

    public LateReferencesTests() => _compiler = new ScriptCompiler(
        new SessionLoadContext(), languageVersion: null, typeof(CellVerbs), new CodeGuard(CellStop.Text(slot: 0)), new ReferenceResolver((_, _) => []), Path.GetTempPath())
    {
        Late = new LateReferences(_files),
    };

    [Theory]
    [InlineData("using Gadgets;\nGadget g = null;")]
    [InlineData("using Gadgets;")]
    [InlineData("Gadgets.Gadget.Count")]
    [InlineData("var made = new global::Gadgets.Gadget();")]
    [InlineData("using G = Gadgets.Gadget;\nnew G()")]
    [InlineData("using static Gadgets.Gadget;\nCount")]
    [InlineData("using Gadgets;\nList<Gadget> all = [];")]
    [InlineData("Gadgets.Gadget.Part part = null;")]
    [InlineData("using Gadgets;\n[Marked] class Mine { }")]
    [InlineData("using Gadgets;\nnew[] { 1 }.Gadgetize()")]
    [InlineData("using Gadgets;\nint[] none = null;\nnone?.Gadgetize()")]
    [InlineData("typeof(Gadgets.Gadget)")]
    public void Cell_ThatNamesALateType_CompilesAfterOneFetch(string code)
    {
        Compile(code);

        Assert.Equal(["Late.Gadgets"], _files.Fetched);
    }

    [Theory]
    [InlineData("Consle.WriteLine(1)")]
    [InlineData("using Gadgts;")]
    [InlineData("Gadget g = null;")]
    [InlineData("Gadgets.Gadgte.Count")]
    [InlineData("using System;\n\"text\".Gadgetize()")]
    [InlineData("var x = ;")]
    public void Cell_WithAnotherMistake_FetchesNothing(string code)
    {
        Assert.Throws<CompilationFailedException>(() => Compile(code));

        Assert.Empty(_files.Fetched);
    }

    [Fact]
    public void Cells_AfterOneThatFetched_KnowItToo()
    {
        _compiler.Advance(Compile("using Gadgets;\nvar first = new Gadget();"));
        _compiler.Advance(Compile("Gadget same = first;"));

        Assert.Equal(["Late.Gadgets"], _files.Fetched);
    }

    [Fact]
    public void Cell_WhoseAssemblyCannotBeHad_SaysWhichAndTriesAgainLater()
    {
        _files.IsOffline = true;
        var failure = Assert.Throws<CompilationFailedException>(() => Compile("new Gadgets.Gadget()"));
        Assert.Equal(["Late.Gadgets"], failure.Lacking);
        Assert.Contains(CompileErrorReport.Create(failure, new SourceLines()).Traceback, line => line.Contains("may be in Late.Gadgets, which could not be loaded", StringComparison.Ordinal));

        _files.IsOffline = false;
        Compile("new Gadgets.Gadget()");
    }

    [Fact]
    public void Problems_OfCodeThatWouldFetch_AreNone()
    {
        Assert.Empty(new CodeAssistant(_compiler, Path.GetTempPath()).Problems("using Gadgets;\nvar x = new Gadget();"));
        Assert.NotEmpty(new CodeAssistant(_compiler, Path.GetTempPath()).Problems("var x = new Gadget();"));
        Assert.Empty(_files.Fetched);
    }

    private Submission Compile(string code) => _compiler.Compile(code, "cell 1", CancellationToken.None);
}
