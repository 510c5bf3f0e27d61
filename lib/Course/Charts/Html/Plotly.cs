using System.Text.Json;

namespace Course;

/// <summary>Brings plotly.js into the page, once per session.</summary>
internal static class Plotly
{
    private const string Resource = "plotly.min.js.gz";
    private const string Open = "<!--course:plotly-->";
    private const string Close = "<!--/course:plotly-->";

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<PlotlySource> Pinned = new(ReadPinned);

    private static int _loaded;

    /// <summary>Whether plotly.js travels inside this assembly. False when it was built without npm: then charts load it from a CDN.</summary>
    public static bool IsOffline => typeof(Plotly).Assembly.GetManifestResourceInfo(Resource) is not null;

    /// <summary>The pinned version and where it is found on the network.</summary>
    public static PlotlySource Source => Pinned.Value;

    /// <summary>The loader for a notebook's first output; from now on charts come without it.</summary>
    public static string LoaderHtml()
    {
        Interlocked.Exchange(ref _loaded, 1);
        return KernelSlots.HasPlotly ? "" : Open + (IsOffline ? Embedded() : Remote()) + Close;
    }

    /// <summary>The loader when nothing has shown it yet, else nothing.</summary>
    public static string LoaderOnce() => Interlocked.CompareExchange(ref _loaded, 1, 0) == 0 ? LoaderHtml() : "";

    // An AMD page (Notebook 6) must not see the library define itself: its names are shadowed.
    private static string Embedded() =>
        "<script>(async function(){if(window.Plotly||window.__coursePlotly)return;window.__coursePlotly=1;"
        + "var b=Uint8Array.from(atob(\"" + Convert.ToBase64String(ReadEmbedded()) + "\"),function(c){return c.charCodeAt(0)});"
        + "var t=await new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).text();"
        + "new Function(\"define\",\"module\",\"exports\",\"require\",t+\"\\n\").call(window)})();</script>";

    private static string Remote() =>
        $"<script src=\"{Source.Url}\" integrity=\"{Source.Integrity}\" crossorigin=\"anonymous\"></script>";

    /// <summary>plotly.js as gzip; empty when it is not embedded.</summary>
    internal static byte[] ReadEmbedded()
    {
        using var stream = typeof(Plotly).Assembly.GetManifestResourceStream(Resource);
        using var memory = new MemoryStream();
        stream?.CopyTo(memory);
        return memory.ToArray();
    }

    private static PlotlySource ReadPinned()
    {
        using var stream = typeof(Plotly).Assembly.GetManifestResourceStream("plotly.json")!;
        return JsonSerializer.Deserialize<PlotlySource>(stream, CamelCase)!;
    }
}
