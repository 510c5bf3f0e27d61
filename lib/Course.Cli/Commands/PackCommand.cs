using System.CommandLine;
using Course.Cli.Packaging;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course pack</c>: the folder feed, complete and tried.</summary>
internal static class PackCommand
{
    internal static Command Create()
    {
        var command = new Command("pack", "Fill notebooks/feed with the library's package, and restore it once with no network");
        command.SetAction(_ => (int)Pack());
        return command;
    }

    private static ExitCode Pack()
    {
        var folders = CourseFolders.Find();
        if (!folders.HasSources)
        {
            throw new UsageException("there is no checkout of the course here, and the feed belongs to one; clone the repository and run this in it");
        }

        var feed = new FeedWriter(folders.Feed);
        foreach (var stale in feed.Fill())
        {
            Terminals.Output.WriteLine($"removed {stale}, an older copy");
        }

        if (FeedTrial.Run(folders.Feed) is { } trouble)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: {feed.PackageFile} was written, but restoring it with no network failed: {trouble}[/]");
            return ExitCode.NotReady;
        }

        Terminals.Say($"{CourseFolders.Shorten(feed.PackageFile)}, {new FileInfo(feed.PackageFile).Length / 1e6:0.0} MB; restored once with no network");
        return ExitCode.Ok;
    }
}
