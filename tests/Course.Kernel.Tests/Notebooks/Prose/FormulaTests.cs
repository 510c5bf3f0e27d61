using Course.Kernel.Export;

namespace Course.Kernel.Tests.Notebooks.Prose;

/// <summary>Formulas as the page shows them: TeX in a span, untouched by Markdown, and nothing else taken for one.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("$a_i * b_i$", "<p><span class=\"math inline\">a_i * b_i</span></p>")]
    [InlineData("$|x|$", "<p><span class=\"math inline\">|x|</span></p>")]
    [InlineData("$x<y$", "<p><span class=\"math inline\">x&lt;y</span></p>")]
    [InlineData("$a\nb$", "<p><span class=\"math inline\">a\nb</span></p>")]
    [InlineData("cost \\$$x$", "<p>cost $<span class=\"math inline\">x</span></p>")]
    [InlineData("$$\\sum_{i=1}^n x_i$$", "<p><span class=\"math display\">\\sum_{i=1}^n x_i</span></p>")]
    [InlineData("$$\na\\\\\nb\n$$", "<p><span class=\"math display\">a\\\\\nb</span></p>")]
    [InlineData("$$ a\n- b\n+ c\n> d $$", "<p><span class=\"math display\">a\n- b\n+ c\n&gt; d</span></p>")]
    [InlineData("before\n$$\n= a\n$$\nafter", "<p>before</p>\n<p><span class=\"math display\">= a</span></p>\n<p>after</p>")]
    [InlineData("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "<p><span class=\"math display\">\\begin{align}\na &amp;= b \\\\\nc &amp;= d\n\\end{align}</span></p>")]
    [InlineData("so \\begin{matrix}a \\\\ b\\end{matrix}", "<p>so <span class=\"math display\">\\begin{matrix}a \\\\ b\\end{matrix}</span></p>")]
    [InlineData("> $$\n> a\n> - b\n> $$", "<blockquote>\n<p><span class=\"math display\">a\n- b</span></p>\n</blockquote>")]
    [InlineData("- one\n\n  $$\n  a\n  $$", "<ul>\n<li><p>one</p>\n<p><span class=\"math display\">a</span></p>\n</li>\n</ul>")]
    [InlineData("<div>\n$x$ and <code>$y$</code>\n</div>", "<div>\n<span class=\"math inline\">x</span> and <code>$y$</code>\n</div>")]
    public void Formula_InAnyBlock_IsTexInASpan(string markdown, string html) => Assert.Equal(html, Render(markdown));

    [Theory]
    [InlineData("It costs $5 here and $10 there.")]
    [InlineData("`$x$` is code, ``a ` $y$`` too.")]
    [InlineData("```\n$x$\n```\n")]
    [InlineData("~~~sh\necho $HOME $PATH\n~~~")]
    [InlineData("    ls $HOME/$USER")]
    [InlineData("<code>$HOME/$USER</code> and text")]
    [InlineData("<pre>\n$HOME/$USER\n</pre>")]
    [InlineData("<a title=\"$HOME/$USER\" href=\"https://example.org/$a$\">x</a>")]
    [InlineData("[x](https://example.org/$a$)")]
    [InlineData("```\nno end: $x$")]
    [InlineData("\\$x\\$")]
    [InlineData("a $ b $ c")]
    [InlineData("one $ sign, and a ` tick")]
    [InlineData("$a\n\nb$")]
    [InlineData("$$$$")]
    [InlineData("\\begin{align} without end")]
    [InlineData("\\begin{}x\\end{}")]
    public void Text_WithoutFormula_HasNone(string markdown)
    {
        var renderer = Renderer();
        Assert.DoesNotContain("math", renderer.Render(markdown), StringComparison.Ordinal);
        Assert.False(renderer.HasMath);
    }

    [Theory]
    [InlineData("$$$$")]
    [InlineData("$$")]
    [InlineData("\\begin{align}")]
    public void OpeningThatNothingCloses_TakesNoBlockWithIt(string stray)
    {
        var html = Render($"{stray}\n\nA paragraph.\n\n# A heading\n\n```\ncode $$\n```\n\nThe end. $$");
        Assert.Contains("<p>A paragraph.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<h1", html, StringComparison.Ordinal);
        Assert.Contains("<pre", html, StringComparison.Ordinal);
    }

    [Fact]
    public void OpeningRightBeforeAFence_LeavesTheFence() =>
        Assert.Contains("<pre", Render("$$\n```\ncode\n```\n$$"), StringComparison.Ordinal);

    [Fact]
    public void Backticks_AloneInTwoParagraphs_SwitchNothingOff()
    {
        var html = Render("a ` tick\n\n$x$\n\nanother ` tick");
        Assert.Contains("<span class=\"math inline\">x</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_AroundCode_AreEachFound() =>
        Assert.Equal("<p><span class=\"math inline\">a</span> <code>$b$</code> <span class=\"math inline\">c</span></p>", Render("$a$ `$b$` $c$"));

    [Fact]
    public void Formula_InATable_KeepsItsStrokes() =>
        Assert.Contains("<td><span class=\"math inline\">|x|</span></td>", Render("| a | b |\n|---|---|\n| $|x|$ | 1 |"), StringComparison.Ordinal);

    [Theory]
    [InlineData("is $x$, so", "is <span class=\"glued\"><span class=\"math inline\">x</span>,</span> so")]
    [InlineData("($x$).", "(<span class=\"glued\"><span class=\"math inline\">x</span>).</span>")]
    [InlineData("$x$ so", "<span class=\"math inline\">x</span> so")]
    public void Punctuation_AfterAFormula_StaysWithIt(string markdown, string html) => Assert.Equal($"<p>{html}</p>", Render(markdown));

    private static string Render(string markdown) => Renderer().Render(markdown).Trim();

    private static MarkdownRenderer Renderer() => new(new LinkResolver(".", new Dictionary<string, string>()));
}
