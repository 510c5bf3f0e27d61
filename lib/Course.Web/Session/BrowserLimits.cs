using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Course.Web.Session;

/// <summary>Says what a browser lacks, where the runtime only says that something is not supported.</summary>
internal static partial class BrowserLimits
{
    private const string Elsewhere = "Run this cell in Jupyter or VS Code.";

    private static readonly (string Space, string Sentence)[] Rows =
    [
        ("System.Diagnostics.Process", "A browser's tab cannot start other programs."),
        ("System.IO.Pipes", "A browser's tab cannot talk to other programs."),
        ("System.Threading", "A browser's tab has one thread: it cannot start another, nor wait for one. Where the cell waits for a task, write await."),
        ("System.Net", "A browser's tab has no connections of its own; HttpClient with await can reach what the browser lets it."),
        ("System.Console", "A page has no place to type input. Set the value in the cell instead."),
    ];

    /// <summary>A sentence; null for an exception that has nothing to do with the browser.</summary>
    public static string? Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PlatformNotSupportedException)
            {
                return Sentence(cause);
            }

            // A type of the framework that needs the assembly stays broken: so it is not enough to run the cell again.
            if (MissingAssembly().Match(cause.Message) is { Success: true } missing)
            {
                return $"The cell needs {missing.Groups[1].Value}, which this page has not loaded before and cannot load now. With a network, restart and run the cells again.";
            }
        }

        return null;
    }

    [GeneratedRegex(@"Could not load file or assembly '([\w.]+), Version=")]
    private static partial Regex MissingAssembly();

    // The innermost call says what was asked for; helpers that only throw are the runtime's own.
    private static string Sentence(Exception cause)
    {
        var places = new StackTrace(cause).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.FullName ?? "").ToList();
        var row = Rows.FirstOrDefault(row => places.Exists(place => place.StartsWith(row.Space, StringComparison.Ordinal)));
        return $"{row.Sentence ?? $"This cannot be done in a browser's tab ({cause.Message.TrimEnd('.')})."} {Elsewhere}";
    }
}
