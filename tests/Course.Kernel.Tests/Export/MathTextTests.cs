using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class MathTextTests
{
    [Theory]
    [InlineData("$a_i * b_i$", "a_i * b_i", "inline")]
    [InlineData("$|x|$", "|x|", "inline")]
    [InlineData("$$\\sum_{i=1}^n x_i$$", "\\sum_{i=1}^n x_i", "display")]
    [InlineData("$$\na\\\\\nb\n$$", "a\\\\\nb", "display")]
    [InlineData("$x<y$", "x&lt;y", "inline")]
    public void Formula_Restored_IsTexInASpan(string markdown, string tex, string kind) =>
        Assert.Equal($"<span class=\"math {kind}\">{tex}</span>", RoundTrip(markdown));

    [Theory]
    [InlineData("It costs $5 here and $10 there.")]
    [InlineData("`$x$` is code, ``a ` $y$`` too.")]
    [InlineData("```\n$x$\n```\n")]
    [InlineData("~~~sh\necho $HOME $PATH\n~~~")]
    [InlineData("```\nno end: $x$")]
    [InlineData("\\$x\\$")]
    [InlineData("a $ b $ c")]
    [InlineData("one $ sign, and a ` tick")]
    [InlineData("$a\n\nb$")]
    public void Text_WithoutFormula_StaysAsItIs(string markdown)
    {
        var math = new MathText();
        Assert.Equal(markdown, math.Protect(markdown));
        Assert.False(math.Any);
    }

    [Fact]
    public void Formulas_AroundCode_AreEachFound()
    {
        var html = RoundTrip("$a$ `$b$` $c$");
        Assert.Equal("<span class=\"math inline\">a</span> `$b$` <span class=\"math inline\">c</span>", html);
    }

    [Theory]
    [InlineData("is $x$, so", "is <span class=\"glued\"><span class=\"math inline\">x</span>,</span> so")]
    [InlineData("($x$).", "(<span class=\"glued\"><span class=\"math inline\">x</span>).</span>")]
    [InlineData("$x$ so", "<span class=\"math inline\">x</span> so")]
    public void Punctuation_AfterAFormula_StaysWithIt(string markdown, string html) => Assert.Equal(html, RoundTrip(markdown));

    [Fact]
    public void Marks_InTheSource_CannotForgeAFormula()
    {
        var math = new MathText();
        var text = math.Protect("$x$ \uE0000\uE001");
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(math.Restore(text), "span class"));
    }

    private static string RoundTrip(string markdown)
    {
        var math = new MathText();
        return math.Restore(math.Protect(markdown));
    }
}
