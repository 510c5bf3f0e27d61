using System.ComponentModel;
using System.Diagnostics;

namespace Course.Kernel.Export.Book;

/// <summary>A Chromium of this machine, as a printer.</summary>
internal sealed class BrowserPrinter(string program)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-pdf-header-footer", "--generate-pdf-document-outline",
    ];

    /// <summary>The browser that is installed.</summary>
    /// <param name="path">Folders to look in first, as in the variable PATH.</param>
    /// <exception cref="SiteExportException">There is none.</exception>
    public static BrowserPrinter Find(string? path)
    {
        var folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var program = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name + ending))).Concat(Places).FirstOrDefault(File.Exists);
        return program is null
            ? throw new SiteExportException("a PDF is printed by a browser, and none was found (Chromium, Chrome or Edge); install one, on Debian with apt-get install chromium")
            : new BrowserPrinter(program);
    }

    /// <summary>A page as a PDF with an outline.</summary>
    /// <exception cref="SiteExportException">The browser fails or takes too long.</exception>
    public byte[] Print(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var pdf = Path.Combine(folder, "printed.pdf");
        string[] sandbox = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : []; // it has none for root
        var said = Run([.. Quiet, .. sandbox, $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri]);
        return File.Exists(pdf) ? File.ReadAllBytes(pdf) : throw new SiteExportException($"{program} made no PDF. It said: {said}");
    }

    private string Run(string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var browser = Process.Start(start)!;
            var output = browser.StandardOutput.ReadToEndAsync();
            var error = browser.StandardError.ReadToEndAsync();
            if (!browser.WaitForExit(LongestRun))
            {
                browser.Kill(entireProcessTree: true);
                throw new SiteExportException($"{program} did not print within {LongestRun.TotalMinutes:0} minutes");
            }

            return (output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult()).Trim();
        }
        catch (Win32Exception e)
        {
            throw new SiteExportException($"{program} cannot be started: {e.Message}", e);
        }
    }
}
