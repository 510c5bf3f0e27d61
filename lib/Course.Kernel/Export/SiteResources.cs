using System.Reflection;
using System.Text;

namespace Course.Kernel.Export;

/// <summary>The templates, style sheet and script that are embedded in this assembly.</summary>
internal static class SiteResources
{
    /// <summary>An embedded file of the folder Site.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Site/{name}")
            ?? throw new InvalidOperationException($"the resource Site/{name} is not in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A template with each <c>{{name}}</c> replaced; values are HTML.</summary>
    public static string Fill(string template, params (string Name, string Html)[] values)
    {
        var html = new StringBuilder();
        var at = 0;
        for (int open; (open = template.IndexOf("{{", at, StringComparison.Ordinal)) >= 0;)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            var name = template[(open + 2)..close];
            html.Append(template, at, open - at).Append(values.First(value => value.Name == name).Html);
            at = close + 2;
        }

        return html.Append(template, at, template.Length - at).ToString();
    }
}
