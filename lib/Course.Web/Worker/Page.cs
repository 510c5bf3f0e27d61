using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Course.Web.Session;

namespace Course.Web.Worker;

/// <summary>The page, by the functions that worker.js lends.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class Page : ITab
{
    public bool IsStopping => AskStopping();

    public void Output(int cell, string? display, string html, bool replaces) => SendOutput(cell, display, html, replaces);

    public void Stream(int cell, string name, string text) => SendStream(cell, name, text);

    public void Clear(int cell, bool wait) => SendClear(cell, wait);

    public void Report(int cell, string json) => SendReport(cell, json);

    /// <summary>A file of the site, waited for; null where there is none.</summary>
    /// <param name="path">From the site's root.</param>
    [JSImport("readFile", "worker")]
    public static partial byte[]? ReadFile(string path);

    /// <summary>Keeps a file for the next visit.</summary>
    [JSImport("keepFile", "worker")]
    public static partial void KeepFile(string path, byte[] content);

    /// <summary>Forgets a file that was kept.</summary>
    [JSImport("forgetFile", "worker")]
    public static partial void ForgetFile(string path);

    /// <summary>Runs the finalizers that are due, and tasks that wait for the thread: by itself the runtime does so when a cell has ended.</summary>
    [JSImport("runFinalizers", "worker")]
    public static partial void RunFinalizers();

    [JSImport("isStopping", "worker")]
    private static partial bool AskStopping();

    [JSImport("output", "worker")]
    private static partial void SendOutput(int cell, string? display, string html, bool replaces);

    [JSImport("stream", "worker")]
    private static partial void SendStream(int cell, string name, string text);

    [JSImport("clear", "worker")]
    private static partial void SendClear(int cell, bool wait);

    [JSImport("report", "worker")]
    private static partial void SendReport(int cell, string json);
}
