using Course.Kernel.Session;
using Course.Kernel.Tests.Session;

namespace Course.Kernel.Tests.Script;

public sealed class ErrorTests : SessionTest
{
    [Fact]
    public void CompileError_PointsAtTheLearnersText()
    {
        var error = Fail("var a = 1;\nvar total = a + misspelt;", CellStatus.CompilationFailed);

        Assert.Equal("CompilationError", error.Name);
        Assert.Equal((2, 17), (error.Line, error.Column));
        Assert.Equal(
            [
                "cell 1, line 2, column 17: error CS0103: The name 'misspelt' does not exist in the current context",
                "    var total = a + misspelt;",
                "                    ^^^^^^^^",
            ],
            error.Traceback);
    }

    [Fact]
    public void CompileError_OfIndentedLine_KeepsTheCaretInPlace()
    {
        var error = Fail("if (true)\n{\n\t  foo();\n}", CellStatus.CompilationFailed);

        Assert.Equal(["    foo();", "    ^^^"], error.Traceback.Skip(1));
    }

    [Fact]
    public void CompileError_AfterDirectives_KeepsItsLine()
    {
        var error = Fail("#!time\n#r \"System.Xml\"\nfoo();", CellStatus.CompilationFailed);

        Assert.Equal(3, error.Line);
    }

    [Fact]
    public void SyntaxError_IsToldWithoutItsEchoes()
    {
        var error = Fail("var y = (undefined + 1;", CellStatus.CompilationFailed);

        Assert.StartsWith("CS1026", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Traceback.Count);
    }

    [Fact]
    public void UnknownName_OfTheFramework_GetsItsUsingLine()
    {
        var error = Fail("File.Exists(\"x\")", CellStatus.CompilationFailed);

        Assert.Contains(error.Traceback, line => line.Contains("using System.IO;", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_AreNotNoise() => Assert.Empty(Run("int unused; string? maybe = null; async Task NoAwait() { }").Output);

    [Fact]
    public void Exception_ShowsTheLearnersLinesOnly()
    {
        Run("double Half(string text)\n{\n    return double.Parse(text) / 2;\n}");
        var error = Fail("var fine = Half(\"1\");\nHalf(\"one\")", CellStatus.Threw);

        Assert.Equal("FormatException", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Equal(
            [
                "FormatException: The input string 'one' was not in a correct format.",
                "  cell 1, line 3, in Half",
                "    return double.Parse(text) / 2;",
                "  cell 2, line 2",
                "    Half(\"one\")",
            ],
            error.Traceback);
    }

    [Fact]
    public void Exception_WithCause_ShowsBoth()
    {
        var error = Fail("""
            try { int.Parse("x"); }
            catch (Exception cause) { throw new InvalidOperationException("outer", cause); }
            """, CellStatus.Threw);

        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by FormatException", StringComparison.Ordinal));
        Assert.Contains("  cell 1, line 1", error.Traceback);
    }

    [Fact]
    public void Exception_OfATask_IsUnwrapped()
    {
        var error = Fail("Task.Run(() => { throw new ArgumentException(\"inside\"); }).Wait();", CellStatus.Threw);

        Assert.Equal("ArgumentException", error.Name);
        Assert.Contains("  cell 1, line 1, in a lambda", error.Traceback);
    }

    [Fact]
    public void Exception_InAsyncFunction_NamesIt()
    {
        var error = Fail("async Task Work()\n{\n    await Task.Yield();\n    throw new Exception(\"late\");\n}\nawait Work();", CellStatus.Threw);

        Assert.Contains("  cell 1, line 4, in Work", error.Traceback);
        Assert.Contains("  cell 1, line 6", error.Traceback);
    }

    [Fact]
    public void DeepRecursion_IsToldInAFewLines()
    {
        var error = Fail("void Down(int n)\n{\n    if (n == 0) throw new Exception();\n    Down(n - 1);\n}\nDown(5000);", CellStatus.Threw);

        Assert.InRange(error.Traceback.Count, 3, 12);
    }

    [Fact]
    public void ToString_ThatThrows_FailsTheCell()
    {
        var error = Fail("class Bad { public override string ToString() => throw new Exception(\"in ToString\"); }\nConsole.WriteLine(new Bad());", CellStatus.Threw);

        Assert.Equal("in ToString", error.Message);
    }
}
