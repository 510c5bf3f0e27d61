using System.Reflection;

namespace Course.Tests.Notebook;

public sealed class HtmlValueTests
{
    [Fact]
    public void HtmlValue_AttributeByName_LeadsToBothFormats()
    {
        // As .NET Interactive does it: everything by name, no shared type.
        var attribute = typeof(Html).GetCustomAttributes(inherit: true).Single(found => found.GetType().Name == "TypeFormatterSourceAttribute");
        var sourceType = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var source = Activator.CreateInstance(sourceType)!;
        var formatters = (IEnumerable<object>)sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;

        var formatted = formatters.ToDictionary(MimeType, formatter => Format(formatter, new Html("<b>7</b>", "seven")));

        Assert.Equal(["text/html", "text/plain"], preferred);
        Assert.Equal("<b>7</b>", formatted["text/html"]);
        Assert.Equal("seven", formatted["text/plain"]);
    }

    [Fact]
    public void Formatter_ValueWithoutHtml_Declines()
    {
        var formatter = new HtmlFormatters().CreateTypeFormatters().First();
        using var writer = new StringWriter();

        var said = formatter.GetType().GetMethod("Format")!.Invoke(formatter, [new object(), writer]);

        Assert.Equal(false, said);
    }

    [Fact]
    public void Card_ToHtml_EscapesTextAndSetsCode()
    {
        var card = new Card(CardTone.Bad, "wrong", "a < b").Say("Use `x < 3`, not 'y & z'.");

        var html = card.ToHtml();

        Assert.Contains("<code>x &lt; 3</code>, not &#39;y &amp; z&#39;.", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"wrong: a &lt; b\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_ToString_AlignsRows()
    {
        var card = new Card(CardTone.Bad, "wrong", "Exercise").Rows(("got", "3"), ("wanted", "4"));

        Assert.Equal("✗ wrong: Exercise\n  got     3\n  wanted  4", card.ToString());
    }

    [Theory]
    [InlineData("a lone ` tick", "a lone ` tick")]
    [InlineData("`all`", "<code>all</code>")]
    [InlineData("", "")]
    public void EncodeProse_Backticks_SetCodeInPairs(string text, string html) => Assert.Equal(html, HtmlText.EncodeProse(text));

    private static string MimeType(object formatter) => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!;

    private static string Format(object formatter, object value)
    {
        using var writer = new StringWriter();
        Assert.Equal(true, formatter.GetType().GetMethods().Single(method => method.Name == "Format").Invoke(formatter, [value, writer]));
        return writer.ToString();
    }
}
