using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Export;

/// <summary>The script by which the course's charts come to life: the page has it once as a file, and each chart's view as data.</summary>
internal static class ChartScript
{
    private static readonly string Function = Read();

    /// <summary>The site's file: draws every view of the page, and of a part that comes to it later.</summary>
    public static string SiteFile { get; } =
        $"(function () {{\nvar draw = {Function};\nwindow.courseCharts = function (part) {{\npart.querySelectorAll(\"script.course-view\").forEach(function (view) {{\ntry {{ draw(JSON.parse(view.textContent)); }} catch (fault) {{ console.error(fault); }}\n}});\n}};\ncourseCharts(document);\n}})();\n";

    /// <summary>The script of one chart, as lib/Course writes it into an output.</summary>
    /// <param name="view">JSON.</param>
    public static string Inline(string view) => $"({Function})({view});";

    /// <summary>The view that a script draws if it is one of ours, letter for letter; null for anybody else's.</summary>
    public static JsonObject? ViewOf(string script)
    {
        var (before, after) = ($"({Function})(", ");");
        if (!script.StartsWith(before, StringComparison.Ordinal) || !script.EndsWith(after, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(script[before.Length..^after.Length]) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // code, where a view belongs
        }
    }

    // As lib/Course shortens it for its outputs.
    private static string Read() =>
        string.Join('\n', SiteResources.Read("chart.js").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
}
