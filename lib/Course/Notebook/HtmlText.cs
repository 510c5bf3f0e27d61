using System.Net;
using System.Text;

namespace Course;

/// <summary>Turns text into safe HTML.</summary>
internal static class HtmlText
{
    /// <summary>Escapes for element text and for quoted attributes.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Escapes, and sets what stands between backticks as code.</summary>
    public static string EncodeProse(string text)
    {
        var parts = text.Split('`');
        var html = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            // A last, unpaired backtick is a plain character.
            var isCode = i % 2 == 1 && i < parts.Length - 1;
            html.Append(isCode ? "<code>" : i % 2 == 1 ? "`" : "").Append(Encode(parts[i])).Append(isCode ? "</code>" : "");
        }

        return html.ToString();
    }
}
