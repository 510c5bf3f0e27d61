using Course.Kernel.Script;
using Course.Kernel.Session;
using Course.Kernel.Tests.Session;
using Course.Kernel.Threads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Tests.Threads;

public sealed class CodeGuardTests : SessionTest
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("for (int i = 0; i < n; i++) sum += x[i] * Math.Sqrt(i);")]
    [InlineData("double Square(double x) => x * x;")]
    [InlineData("for (int i = 0; i < 1000; i++) sum += i;")]
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
    [InlineData("for (int i = 0; i < int.MaxValue; i++) sum += i;")]
    [InlineData("int n = 1_000_000_000; for (int i = 0; i < n; i++) sum += i;")]
    [InlineData("F(x => x + 1);")]
    [InlineData("F(from x in y where x > 0 select x);")]
    [InlineData("class C { int P => new C().P; int this[int i] => this[i - 1]; C() => F(); static C operator +(C a, C b) => a + b; }")]
    [InlineData("async Task A() => await B(); async Task<int> B() => await C();")]
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
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> twice = x => 2 * x; twice.Compile()(4) + new[] { 1, 2 }.Sum(x => x)", "11")]
    [InlineData("new[] { 3, 4 }.AsQueryable().Where(x => x > 3).Select(x => x * 2).Single()", "8")]
    [InlineData("(from x in new[] { 3, 4 }.AsQueryable() where x > 3 orderby x select x * 2).Single()", "8")]
    [InlineData("(from x in new[] { 3, 4 } let y = x * x from z in new[] { 1, 2 } where y > 9 orderby z descending select y + z).First()", "18")]
    [InlineData("var seen = new List<int>(); new List<int> { 1, 2 }.ForEach(x => seen.Add(x)); Action<int> add = x => seen.Add(x); add(3); seen.Sum()", "6")]
    [InlineData("var n = 0; Action step = () => n++; step(); step(); n", "2")]
    [InlineData("Func<int> get = () => throw new Exception(); Func<object> none = () => null; Func<int> zero = () => default; none() is null ? zero() : 1", "0")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; add(2)(3)", "5")]
    [InlineData("await Task.Run(async () => await Task.FromResult(7))", "7")]
    [InlineData("var n = 0; await Task.Run(async () => await Task.Delay(n++)); n", "1")]
    [InlineData("async Task Wait() => await Task.Delay(0); async Task<int> Give() => await Task.FromResult(6); await Wait(); await Give()", "6")]
    [InlineData("struct V(double x) { public double X => x; public double Length => Math.Abs(this.X); public static V operator +(V a, V b) => new V(a.X + b.X); public static implicit operator V(double x) => new V(x); public double this[int i] => i == 0 ? x : this[0]; } ((V)1.5 + new V(2)).Length + new V(3)[5]", "6.5")]
    [InlineData("class P { int _n; public P() => Reset(); void Reset() => _n = 4; public int N { get => Get(); set => Set(value); } int Get() => _n; void Set(int n) => _n = n; public override string ToString() => $\"{N}\"; } var p = new P(); p.N += 3; p.ToString()", "7")]
    [InlineData("int[] xs = { 1, 2 }; ref int First() => ref Pick(xs); ref int Pick(int[] all) => ref all[0]; First() = 5; xs[0]", "5")]
    [InlineData("T Same<T>(T value) => Id(value); T Id<T>(T value) => value; Same(\"a\") + string.Join(\",\", new[] { 1, 2 }.Select(Id))", "a1,2")]
    [InlineData("new[] { 1, 2, 3 }.Aggregate((a, b) => a * b) + new[] { \"b\", \"a\" }.OrderBy(x => x).First().Length", "7")]
    public void GuardedCode_GivesTheSameResult(string code, string value) => Assert.Equal(value, Value(code));

    [Fact]
    public void CompileError_InALoop_IsToldInTheLearnersColumns()
    {
        var error = Fail("while (true) { missing(); }", CellStatus.CompilationFailed);

        Assert.Equal((1, 16), (error.Line, error.Column));
    }

    private static string Guard(string code) =>
        GuardedCode.Of(code, new CodeGuard(CellStop.Text(slot: 3)).Sites(CSharpSyntaxTree.ParseText(code, Options()).GetCompilationUnitRoot())).Text;

    private static new CSharpParseOptions Options() => new(kind: SourceCodeKind.Script);
}
