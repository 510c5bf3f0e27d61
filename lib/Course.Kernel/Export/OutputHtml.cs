using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Course.Kernel.Export;

/// <summary>The HTML of an output, made harmless: it may look like anything and do nothing, except for the charts that the course's library wrote.</summary>
/// <remarks>
/// Outputs are made by code that the reader of a page did not choose to run. The page's security policy, which allows no script but the site's files,
/// is the second wall.
/// </remarks>
internal sealed class OutputHtml
{
    private const string ViewClass = "course-view";

    // What a browser reads otherwise than a parser that runs no scripts may hide something from it: a text is cleaned until it stays the same.
    private const int Rounds = 4;

    private static readonly HashSet<string> Dropped = new(
        "applet base embed fencedframe frame frameset iframe link math meta noembed noframes noscript object plaintext portal template title xmp".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Addresses = ["href", "xlink:href", "src", "action", "formaction", "data", "poster", "background"];

    private OutputHtml(string html) => Text = html;

    /// <summary>The HTML to show.</summary>
    public string Text { get; private set; }

    /// <summary>Whether a chart of the course is in it.</summary>
    public bool HasCharts { get; private set; }

    /// <summary>Whether one of them needs plotly.js.</summary>
    public bool HasPlotly { get; private set; }

    /// <summary>Whether a script was left out.</summary>
    public bool LostScript { get; private set; }

    /// <summary>Cleans an output.</summary>
    public static OutputHtml Clean(string html)
    {
        var output = new OutputHtml(html);
        for (var round = 0; round < Rounds; round++)
        {
            var before = output.Text;
            output.Text = output.CleanOnce(before);
            if (output.Text == before)
            {
                return output;
            }
        }

        output.Text = Html.Encode(html);
        return output;
    }

    private string CleanOnce(string html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            Clean(element);
        }

        return body.InnerHtml;
    }

    private void Clean(IElement element)
    {
        if (element.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            CleanScript(element);
        }
        else if (Dropped.Contains(element.LocalName))
        {
            element.Remove();
        }
        else
        {
            CleanAttributes(element);
            Colour(element);
        }
    }

    private void CleanScript(IElement script)
    {
        var view = ViewOf(script);
        if (view is null)
        {
            LostScript = true;
            script.Remove();
            return;
        }

        HasCharts = true;
        HasPlotly |= view["panels"] is JsonArray panels && panels.Any(panel => panel is JsonObject && panel["data"] is not null);
        while (script.Attributes.Length > 0)
        {
            script.RemoveAttribute(script.Attributes[0]!.Name);
        }

        script.SetAttribute("type", "application/json");
        script.ClassName = ViewClass;
        script.TextContent = view.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    private static JsonObject? ViewOf(IElement script)
    {
        if (script.ClassName != ViewClass || script.GetAttribute("type") != "application/json")
        {
            return ChartScript.ViewOf(script.TextContent);
        }

        try
        {
            return JsonNode.Parse(script.TextContent) as JsonObject; // a view that an earlier round left, or data, which does nothing
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void CleanAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToList().Where(attribute => IsHarmful(element, attribute)))
        {
            element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
            element.RemoveAttribute(attribute.Name);
        }
    }

    // A name on a picture or a form would stand in for a member of the page's document.
    private static bool IsHarmful(IElement element, IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || attribute.Name is "srcdoc" or "ping" or "http-equiv"
        || (attribute.Name == "name" && element.LocalName is not ("a" or "input" or "select" or "details"))
        || (Addresses.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase) && !IsHarmlessAddress(attribute.Value));

    private static bool IsHarmlessAddress(string url)
    {
        var text = string.Concat(url.Where(c => c > ' '));
        var end = text.AsSpan().IndexOfAny(":/?#");
        return end < 0 || text[end] != ':' || text[..end].ToLowerInvariant() is "http" or "https" or "mailto"
            || text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
    }

    // Hints and solutions show C# as plain text, for hosts that colour nothing.
    private static void Colour(IElement element)
    {
        if (element.LocalName == "code" && element.ClassList.Contains("language-csharp") && element.ChildElementCount == 0)
        {
            element.InnerHtml = CSharpHighlighter.ToHtml(element.TextContent);
        }
    }
}
