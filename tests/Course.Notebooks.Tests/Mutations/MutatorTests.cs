namespace Course.Notebooks.Tests.Mutations;

public sealed class MutatorTests
{
    [Theory]
    [InlineData("f(a + b);", "`a + b` → `a - b`", "f(a - b);")]
    [InlineData("f(a * b);", "`a * b` → `a / b`", "f(a / b);")]
    [InlineData("f(a * b);", "`a * b` → `a`", "f(a);")]
    [InlineData("f(a * b);", "`a * b` → `b`", "f(b);")]
    [InlineData("f(a < b);", "`a < b` → `a <= b`", "f(a <= b);")]
    [InlineData("f(x + 1e-8);", "`x + 1e-8` → `x`", "f(x);")]
    [InlineData("f(2);", "`2` → `3`", "f(3);")]
    [InlineData("f(0L);", "`0L` → `(-1L)`", "f((-1L));")]
    [InlineData("f(0.5);", "`0.5` → `1.5d`", "f(1.5d);")]
    [InlineData("f(-a);", "`-a` → `a`", "f(a);")]
    [InlineData("f(x.g(1).h());", "`x.g(1).h()` → `x.g(1)`", "f(x.g(1));")]
    [InlineData("f(a, b);", "`(a, b)` → `(b, a)`", "f(b, a);")]
    [InlineData("a += b;", "`a += b` → `a -= b`", "a -= b;")]
    [InlineData("if (a) b();", "`if (a) b();` is left out", ";")]
    public void Of_AProgram_HasTheMutant(string code, string change, string mutated) =>
        Assert.Contains(Mutator.Of(code), mutant => mutant.Change == change && mutant.Code == mutated);

    [Theory]
    [InlineData("throw new ArgumentException($\"{a + 1}\");")]
    [InlineData("var a = \"text\";")]
    public void Of_MessagesAndTexts_StayAsTheyAre(string code) => Assert.DoesNotContain(Mutator.Of(code), mutant => mutant.Change.Contains("text", StringComparison.Ordinal) || mutant.Change.Contains("a + 1", StringComparison.Ordinal));

    [Fact]
    public void Of_TwoLines_NamesTheLine() =>
        Assert.Equal(["2:1 `1` → `0`", "2:1 `1` → `2`"], Mutator.Of("var a =\n1;").Select(mutant => mutant.Name).Order(StringComparer.Ordinal));
}
