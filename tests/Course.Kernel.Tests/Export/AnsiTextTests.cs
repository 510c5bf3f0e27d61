using Course.Kernel.Export;

namespace Course.Kernel.Tests.Export;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("plain <b>", "plain &lt;b&gt;")]
    [InlineData("\x1b[31mred\x1b[0m.", "<span class=\"ansi-1\">red</span>.")]
    [InlineData("\x1b[1;94mbold\x1b[22m blue\x1b[m", "<span class=\"ansi-12 ansi-bold\">bold</span><span class=\"ansi-12\"> blue</span>")]
    [InlineData("\x1b[42mgreen\x1b[49m", "<span class=\"ansi-bg-2\">green</span>")]
    [InlineData("\x1b[38;5;196mx", "<span style=\"color:#ff0000;\">x</span>")]
    [InlineData("\x1b[38;5;3mx", "<span class=\"ansi-3\">x</span>")]
    [InlineData("\x1b[38;2;1;2;3mx", "<span style=\"color:#010203;\">x</span>")]
    [InlineData("\x1b[2K\x1b[1Acursor\x1b]0;title\x07", "cursor")]
    [InlineData("\x1b[38;5mx", "x")]
    [InlineData("\x1b[31m", "")]
    public void Escapes_InText_BecomeSpansOrNothing(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Theory]
    [InlineData("10 %\r50 %\r100 %\n", "100 %\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("50 %\r", "50 %")]
    public void CarriageReturns_Settled_ShowTheLastState(string text, string settled) => Assert.Equal(settled, AnsiText.Settle(text));
}
