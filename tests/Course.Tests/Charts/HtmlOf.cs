using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Course.Tests.Charts;

/// <summary>Takes a figure's HTML apart.</summary>
internal sealed partial class HtmlOf
{
    public HtmlOf(Figure figure) => Text = Loader().Replace(figure.ToHtml(), "");

    /// <summary>Without the loader, which only the first figure of a process has.</summary>
    public string Text { get; }

    /// <summary>What the script is called with.</summary>
    public JsonObject View => JsonNode.Parse(Text[(Text.LastIndexOf("})(", StringComparison.Ordinal) + 3)..Text.LastIndexOf(");</script>", StringComparison.Ordinal)])!.AsObject();

    /// <summary>The drawings for readers without scripts.</summary>
    public IReadOnlyList<XDocument> Stills =>
        [.. StillImage().Matches(Text).Select(m => XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value))))];

    /// <summary>Runs something where decimals have commas and a minus is long, as on many a learner's machine.</summary>
    public static T InForeignCulture<T>(Func<T> make)
    {
        var (before, foreign) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        foreign.NumberFormat.NegativeSign = "−";
        CultureInfo.CurrentCulture = foreign;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [GeneratedRegex("<!--course:plotly-->.*?<!--/course:plotly-->", RegexOptions.Singleline)]
    private static partial Regex Loader();

    [GeneratedRegex("src=\"data:image/svg\\+xml;base64,([^\"]+)\"")]
    private static partial Regex StillImage();
}
