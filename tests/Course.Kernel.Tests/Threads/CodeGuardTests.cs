using Course.Kernel.Session;
using Course.Kernel.Tests.Session;
using Course.Kernel.Threads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Tests.Threads;

public sealed class LoopGuardTests : SessionTest
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("for (int i = 0; i < n; i++) sum += x[i] * Math.Sqrt(i);")]
    [InlineData("double Square(double x) => x * x;")]
    public void Insert_IntoCodeThatEndsBySelf_ChangesNothing(string code) => Assert.Same(code, Guard(code));

    [Theory]
    [InlineData("while (a) { }")]
    [InlineData("while (a) b();")]
    [InlineData("do b(); while (a);")]
    [InlineData("for (;;) { }")]
    [InlineData("for (int i = 0; i < n; i++) { i = 0; }")]
    [InlineData("for (int i = 0; i < n; i++) { b(); }")]
    [InlineData("foreach (var a in b) c();")]
    [InlineData("F(() => { while (true) { } });")]
    [InlineData("F(() => { g(); });")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);")]
    public void Insert_IntoALoop_KeepsItsLinesAndSyntax(string code)
    {
        var guarded = Guard("// first\n" + code + "\n// last");

        Assert.Contains("CellStop.Flag3", guarded, StringComparison.Ordinal);
        Assert.Equal(3, guarded.Split('\n').Length);
        Assert.Empty(CSharpSyntaxTree.ParseText(guarded, Options()).GetDiagnostics());
    }

    [Theory]
    [InlineData("var n = 0; for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) n += i * j; n", "9")]
    [InlineData("var n = 0; if (n == 0) while (n < 5) n++; else n = -1; n", "5")]
    [InlineData("var n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b; n", "14")]
    [InlineData("var n = 0; again: n++; if (n < 4) goto again; n", "4")]
    [InlineData("var n = 0; do n++; while (n < 7); n", "7")]
    [InlineData("int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1); Factorial(5)", "120")]
    [InlineData("var n = 0; foreach (var i in new[] { 1, 2, 3 }) { if (i == 2) continue; n += i; } n", "4")]
    public void GuardedCode_GivesTheSameResult(string code, string value) => Assert.Equal(value, Value(code));

    [Fact]
    public void CompileError_InALoop_IsToldInTheLearnersColumns()
    {
        var error = Fail("while (true) { missing(); }", CellStatus.CompilationFailed);

        Assert.Equal((1, 16), (error.Line, error.Column));
    }

    private static string Guard(string code) =>
        new LoopGuard(slot: 3).Insert(code, CSharpSyntaxTree.ParseText(code, Options()).GetCompilationUnitRoot());

    private static new CSharpParseOptions Options() => new(kind: SourceCodeKind.Script);
}
