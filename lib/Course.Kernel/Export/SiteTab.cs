using System.Globalization;
using System.Text.Json;

namespace Course.Kernel.Export;

/// <summary>What runs the cells of a page in its reader's browser: the folder <c>tab/</c>, if the build has made it.</summary>
internal static class SiteTab
{
    /// <summary>Loaded when a reader presses the button.</summary>
    public const string Script = "tab/page.js";

    /// <summary>What there is of it; without this file there is no tab.</summary>
    public const string List = "tab/tab.json";

    private const double Megabyte = 1e6;

    /// <summary>What the first press loads, in MB; null where there is nothing to load.</summary>
    /// <param name="webAssets">The command's own <c>web/</c> folder.</param>
    /// <exception cref="SiteExportException">Its list is damaged.</exception>
    public static string? Megabytes(string webAssets)
    {
        var list = Path.Combine(webAssets, List);
        if (!File.Exists(list))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(list));
            var first = json.RootElement.GetProperty("files").EnumerateArray().Where(file => file.GetProperty("first").GetBoolean()).Sum(file => file.GetProperty("bytes").GetInt64());
            return (first / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SiteExportException($"{list} is damaged ({e.Message}); build the course again", e);
        }
    }
}
