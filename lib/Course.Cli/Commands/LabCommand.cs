using System.CommandLine;
using System.Runtime.InteropServices;
using Course.Cli.Kernel;
using Course.Cli.Lab;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course lab</c>: the notebooks in Jupyter, with the course's own kernel.</summary>
internal static class LabCommand
{
    private const string Index = "00-start-here.ipynb";

    private static readonly Option<string?> JupyterOption = new("--jupyter") { Description = "The Jupyter to start, or the Python that has it; none: Lab, else Notebook, wherever apt, pip or conda put it", HelpName = "program" };
    private static readonly Option<int?> PortOption = Port();
    private static readonly Option<bool> NoBrowserOption = new("--no-browser") { Description = "Print the address and open nothing" };

    internal static Command Create()
    {
        var command = new Command("lab", "Open the notebooks in Jupyter, on this machine only; Ctrl-C ends it")
        {
            JupyterOption, PortOption, NoBrowserOption,
        };
        command.SetAction(async (parsed, cancel) => (int)await Run(parsed, cancel));
        return command;
    }

    private static async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancel)
    {
        var folders = CourseFolders.Find();
        if (!folders.HasSources)
        {
            throw new UsageException("there is no checkout of the course here, and the notebooks are in one; clone the repository and run this in it");
        }

        var finder = JupyterFinder.OnThisMachine();
        var jupyter = parsed.GetValue(JupyterOption) is { } named ? finder.FindNamed(named) : finder.Find();
        if (jupyter is null)
        {
            return Fail(JupyterAdvice.Text(JupyterAdvice.IsInPath));
        }

        var index = File.Exists(Path.Combine(folders.Notebooks, Index)) ? Index : null;
        var place = new LabPlace(folders.Notebooks, Path.Combine(folders.Artifacts, "jupyter"), LoopbackPort.Choose(parsed.GetValue(PortOption)), jupyter.PageOf(index));
        // Not among the user's own kernels: their Jupyter stays as it is, and ours has the right kernel whatever theirs is called.
        KernelSpecs.Write(Path.Combine(place.Kernels, KernelSpecs.DefaultName), Tool.ThisProgram());
        return await Serve(jupyter, place, !parsed.GetValue(NoBrowserOption), cancel);
    }

    private static async Task<ExitCode> Serve(Jupyter jupyter, LabPlace place, bool openBrowser, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => // the terminal's window was closed
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        using var server = new JupyterServer(jupyter, place, openBrowser);
        try
        {
            if (await server.WaitUntilReady(stop.Token) is { } trouble)
            {
                return Fail(trouble);
            }

            Terminals.Output.WriteLine($"{jupyter.Name}: {server.Address}");
            Terminals.Output.WriteLine("The address has a password in it: keep it to yourself. Ctrl-C ends Jupyter and all kernels.");
            await server.WaitForExit(stop.Token);
        }
        catch (OperationCanceledException)
        {
            await server.Stop();
        }

        return ExitCode.Ok; // Ctrl-C is the usual way out
    }

    private static Option<int?> Port()
    {
        var option = new Option<int?>("--port") { Description = $"Where it listens; none: the first free one from {LoopbackPort.Usual} on", HelpName = "port" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
            {
                result.AddError("--port: a number from 1 to 65535 is wanted");
            }
        });
        return option;
    }

    private static ExitCode Fail(string message)
    {
        Terminals.Error.MarkupLineInterpolated($"[red]course: {message}[/]");
        return ExitCode.NotReady;
    }
}
