using Spectre.Console;

namespace Course.Cli.Terminal;

/// <summary>Where the command speaks: results to standard output, complaints to standard error.</summary>
internal static class Terminals
{
    private const int LogWidth = 10_000; // a log has no right edge at which to break lines

    internal static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    internal static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>True if someone watches: lines may be redrawn.</summary>
    internal static bool IsLive => !Console.IsOutputRedirected && Output.Profile.Capabilities.Ansi;

    /// <summary>A line as it is, however wide the terminal: an address that is broken in two cannot be clicked.</summary>
    internal static void Say(string line) => Output.Profile.Out.Writer.WriteLine(line);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = LogWidth;
        }

        return console;
    }
}
