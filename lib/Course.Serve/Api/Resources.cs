using System.Net;
using System.Text;

namespace Course.Serve.Api;

/// <summary>The page's files, which are embedded in this assembly.</summary>
internal static class Resources
{
    /// <summary>Name → content type, of those that are served as they are.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["site.css"] = "text/css; charset=utf-8",
        ["fonts.css"] = "text/css; charset=utf-8",
        ["draw.css"] = "text/css; charset=utf-8",
        ["site.js"] = "text/javascript; charset=utf-8",
        ["draw.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    internal static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A page with each <c>{{name}}</c> replaced.</summary>
    internal static string Fill(string name, params (string Name, string Html)[] values) =>
        values.Aggregate(Read(name), (page, value) => page.Replace($"{{{{{value.Name}}}}}", value.Html, StringComparison.Ordinal));

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);
}
