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

    [Theory]
    [InlineData("async Task F() => await F();\nawait F();")]
    [InlineData("async Task<int> F(int n) { return 1 + await F(n + 1); }\nawait F(0)")]
    [InlineData("async Task<int> F(int n) { await Task.Yield(); return 1 + await F(n + 1); }\nawait F(0)")]
    [InlineData("Func<Task> f = null; f = async () => await f();\nawait f();")]
    [InlineData("async IAsyncEnumerable<int> F() { await foreach (var x in F()) yield return x; }\nawait foreach (var x in F()) { }")]
    public void EndlessAsyncRecursion_IsAnException(string code)
    {
        var error = Fail(code, CellStatus.Threw);

        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.InRange(error.Traceback.Count, 2, 12);
    }

    [Fact]
    public void AsyncCalls_OneAfterTheOther_AreNotDeep() =>
        Assert.Equal("9000", Value("async Task<int> One() => await Task.FromResult(1);\nasync Task<int> Down(int n) => n == 0 ? 0 : 1 + await Down(n - 1);\nvar n = 0; for (var i = 0; i < 8000; i++) n += await One();\nn + await Down(1000)"));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("b[", "1", "]")]
    [InlineData("f(", "1", ")")]
    [InlineData("(1,", "1", ")")]
    [InlineData("class A {", "", "}")]
    [InlineData("A<", "int", "> x")]
    [InlineData("x=>", "x", "")]
    [InlineData("B.", "C x", "")]
    [InlineData("1 is (", "1", ")")]
    [InlineData("$\"{(", "1", ")}\"")]
    public void Code_NestedTwentyThousandDeep_IsRefused(string open, string core, string close)
    {
        var code = string.Concat(Enumerable.Repeat(open, 20_000)) + core + string.Concat(Enumerable.Repeat(close, 20_000));
        var error = Fail("var first = 1;\n" + code, CellStatus.CompilationFailed);

        Assert.Equal(("CompilationError", 2), (error.Name, error.Line));
        Assert.Contains("Split it", error.Message, StringComparison.Ordinal);
        Assert.Equal("2", Value("1 + 1"));
    }

    [Fact]
    public void LoadedFile_NestedTooDeep_IsRefused()
    {
        Write("deep.csx", "var deep = " + new string('(', 20_000) + "1" + new string(')', 20_000) + ";");

        Assert.Contains("Split it", Fail("#load \"deep.csx\"", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_InTextsAndComments_AreNoNesting() =>
        Assert.Equal("903", Value($"/* {new string('[', 900)} */ var text = \"{new string('(', 900)}\"; var c = '('; text.Length + $\"{{1}}{new string('<', 2)}\".Length // {new string('{', 900)}"));

    [Theory]
    [InlineData("int[] W(int[] x)\n{\n    var a = x[0];\n    var b = x[1];\n    x[a] = b;\n    var c = x[7];\n    return new[] { a, b, c };\n}\n", 6)]
    [InlineData("int[] W(int[] x)\n{\n    for (var i = 0; i < 3; i++)\n    {\n        x[i] = 1;\n    }\n\n    for (var i = 0; i < 3; i++)\n    {\n        x[i] = x[i + 1];\n    }\n\n    return x;\n}\n", 10)]
    [InlineData("int[] W(int[] x) => new[] { x[7] };\n", 1)]
    public void Exception_InTheAnswerOfAnExercise_NamesItsTrueLine(string answer, int line)
    {
        Run("static class Check { public static void Exercise(string id, Delegate answer) => answer.DynamicInvoke(new[] { 1, 2, 3 }); }");
        var error = Fail(answer + "Check.Exercise(\"1\", W);", CellStatus.Threw);

        Assert.Equal("IndexOutOfRangeException", error.Name);
        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void Exception_OfCodeThatRunsOnce_NamesItsTrueLine()
    {
        var error = Fail("var x = new[] { 1, 2, 3 };\nvar a = x[0];\nvar b = x[1];\nvar c = x[a + 5];\nx[2] = b;", CellStatus.Threw);

        Assert.Equal(4, error.Line);
    }

    [Theory]
    [InlineData("var texts = new[] { \"1\", \"two\" };\nvar sum = 0;\nforeach (var text in texts)\n{\n    sum += int.Parse(text);\n}\nsum", 5)]
    [InlineData("await Task.Yield();\nawait Task.Delay(1);\nawait Task.FromException(new InvalidOperationException());", 3)]
    [InlineData("#nullable enable\nvar a = 1;\nint.Parse(\"x\");", 3)]
    [InlineData("\n\n1.ToString(\"Q\")", 3)]
    [InlineData("var first = 1;\n#line 70 \"cell 1\"\nint.Parse(\"x\");", 70)]
    public void Exception_OfCodeWithoutFunctions_NamesItsLine(string code, int line) => Assert.Equal(line, Fail(code, CellStatus.Threw).Line);

    [Fact]
    public void Exception_ThatACellCatches_HasItsLines() =>
        Assert.EndsWith("cell 1:line 3", Value("try\n{\n    int.Parse(\"x\");\n}\ncatch (FormatException e)\n{\n    Console.Write(\"\");\n    return e.StackTrace.Split('\\n')[^1].Trim();\n}"), StringComparison.Ordinal);

    [Fact]
    public void StackTrace_OfACellWithoutFunctions_HasItsLine() =>
        Assert.Contains("cell 1:line 2", Value("var a = 1;\nEnvironment.StackTrace"), StringComparison.Ordinal);

    [Fact]
    public void Exception_InOptimisedCode_StatesNoUncertainLine()
    {
        var error = Fail("int Sum(int[] x)\n{\n    var sum = x[0];\n    for (var i = 0; i < 9; i++)\n    {\n        sum += x[i];\n    }\n\n    return sum;\n}\n\nSum(new int[3])", CellStatus.Threw);

        Assert.Equal(12, error.Line);
        Assert.Contains("  cell 1, in Sum (which line is not known: the code was optimised)", error.Traceback);
    }

    [Theory]
    [InlineData("int Down(int n) => Down(n - 1) + 1;\nDown(1)", "Down")]
    [InlineData("bool Even(int n) => Odd(n - 1);\nbool Odd(int n) => Even(n - 1);\nEven(1)", "Even")]
    [InlineData("Func<int, int> f = null;\nf = n => f(n - 1) + 1;\nf(1)", "a lambda")]
    [InlineData("class C { public int P => P + 1; }\nnew C().P", "get_P")]
    [InlineData("class C { public C Next; public C() { Next = new C(); } }\nnew C()", "new C")]
    [InlineData("class C { public override string ToString() => $\"{this}\"; }\nnew C().ToString()", "ToString")]
    [InlineData("class C { public int this[int i] => this[i + 1]; }\nnew C()[1]", "get_Item")]
    [InlineData("class C { public static C operator +(C a, C b) => b + a; }\nnew C() + new C()", "op_Addition")]
    public void EndlessRecursion_IsAnExceptionWithItsLine_AndCostsNothing(string code, string function)
    {
        Run("var kept = 5;");
        var error = Fail(code, CellStatus.Threw);

        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.NotNull(error.Line);
        Assert.Contains(error.Traceback, line => line.Contains(function, StringComparison.Ordinal) && line.Contains(", line ", StringComparison.Ordinal));
        Assert.InRange(error.Traceback.Count, 3, 80);
        Assert.Equal("5", Value("kept"));
    }

    [Fact]
    public void Answer_WithAnotherSignature_AfterTheCellRan_IsTheOneThatIsChecked()
    {
        Run("static class Check { public static string Exercise(string id, Delegate answer) => answer.Method.ToString(); }");
        Run("double ToKilograms(double grams)\n{\n    return 0;\n}\n\nCheck.Exercise(\"00-1\", ToKilograms)");

        Assert.StartsWith("Int32 ToKilograms(Int32)", Value("int ToKilograms(int grams)\n{\n    return 0;\n}\n\nCheck.Exercise(\"00-1\", ToKilograms)"), StringComparison.Ordinal);
    }

    [Fact]
    public void UsingDeclaration_AtTheTop_GetsItsBlock()
    {
        var error = Fail("using var text = new System.IO.StringReader(\"a\");\n1", CellStatus.CompilationFailed);

        Assert.Contains(error.Traceback, line => line.Contains("In a cell write using (…) { }", StringComparison.Ordinal));
    }

    [Fact]
    public void ToString_ThatThrows_FailsTheCell()
    {
        var error = Fail("class Bad { public override string ToString() => throw new Exception(\"in ToString\"); }\nConsole.WriteLine(new Bad());", CellStatus.Threw);

        Assert.Equal("in ToString", error.Message);
    }
}
