using System.CommandLine;
using System.Runtime.InteropServices;
using Course.Cli.Serve;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course serve MODEL</c>: a model's file as a web service on this machine, with a page to draw on.</summary>
internal static class ServeCommand
{
    private const string Loopback = "127.0.0.1";

    private static readonly Argument<FileInfo> Model = new("model") { Description = "the file of a model, which ModelFile.Save wrote" };
    private static readonly Option<string> HostOption = new("--host") { Description = "Address on which it listens: this machine's own, or 0.0.0.0 for all of its networks", HelpName = "address", DefaultValueFactory = _ => Loopback };
    private static readonly Option<int?> PortOption = Options.Port("--port", "Where it listens; none: the first free one from 8000 on");

    internal static Command Create()
    {
        var command = new Command("serve", "Serve a model: a page to draw a digit on, and an API for programs; Ctrl-C ends it") { Model, HostOption, PortOption };
        // Not on the thread that waits for a signal, as for the lab.
        command.SetAction((parsed, cancel) => Task.Run(() => Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (ServerProcess.Missing() is { } trouble)
        {
            Terminals.Error.MarkupLineInterpolated($"[red]course: {trouble}[/]");
            return (int)ExitCode.NotReady;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => // the terminal's window was closed
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        using var server = ServerProcess.Start(parsed.GetValue(Model)!.FullName, parsed.GetValue(HostOption)!, parsed.GetValue(PortOption));
        return await server.WaitAsync(stop.Token);
    }
}
