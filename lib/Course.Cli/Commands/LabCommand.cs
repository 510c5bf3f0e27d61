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
    private static readonly Option<int?> PortOption = Options.Port("--port", $"Where it listens; none: the first free one from {LoopbackPort.Usual} on");
    private static readonly Option<bool> NoBrowserOption = new("--no-browser") { Description = "Print the address and open nothing" };

    private static readonly Argument<string> CopyFolder = new("folder");

    internal static Command Create()
    {
        // For a hub, whose learners have homes of their own and a Jupyter that is started otherwise.
        var copy = new Command("copy", "Bring a learner's copies of the notebooks up to date") { CopyFolder };
        copy.Hidden = true;
        copy.SetAction(parsed => (int)Copy(parsed.GetValue(CopyFolder)!));
        var command = new Command("lab", "Open your own copies of the notebooks in Jupyter, on this machine only; Ctrl-C ends it")
        {
            JupyterOption, PortOption, NoBrowserOption, copy,
        };
        // Not on the thread that waits for a signal: one that comes before the first await would end us and leave Jupyter.
        command.SetAction((parsed, cancel) => Task.Run(async () => (int)await Run(parsed, cancel), CancellationToken.None));
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

        IReadOnlyList<string> remarks =
        [
            $"Your own copies of the notebooks are in {CourseFolders.Shorten(folders.OwnNotebooks)}; the course's files stay as they are.",
            .. CopyNotebooks(folders.Notebooks, folders.OwnNotebooks),
        ];
        var index = File.Exists(Path.Combine(folders.OwnNotebooks, Index)) ? Index : null;
        var place = new LabPlace(folders.OwnNotebooks, Path.Combine(folders.Artifacts, "jupyter"), LoopbackPort.Choose(parsed.GetValue(PortOption)), jupyter.PageOf(index));
        // Not among the user's own kernels: their Jupyter stays as it is, and ours has the right kernel whatever theirs is called.
        KernelSpecs.Write(Path.Combine(place.Kernels, KernelSpecs.DefaultName), Tool.ThisProgram());
        place.WriteExtensions();
        return await Serve(jupyter, place, !parsed.GetValue(NoBrowserOption), remarks, cancel);
    }

    private static ExitCode Copy(string folder)
    {
        foreach (var line in CopyNotebooks(CourseFolders.Find().Notebooks, folder))
        {
            Terminals.Error.WriteLine(line);
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<string> CopyNotebooks(string course, string own) => new OwnNotebooks(course, own).Update()
        .Select(name => $"{name}: the course has a newer one and yours has changes, so yours is kept. Rename it to get the new one.");

    private static async Task<ExitCode> Serve(Jupyter jupyter, LabPlace place, bool openBrowser, IReadOnlyList<string> remarks, CancellationToken cancel)
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

            Terminals.Say($"{jupyter.Name}: {server.Address}");
            Terminals.Say("The address has a password in it: keep it to yourself. Ctrl-C ends Jupyter and all kernels.");
            foreach (var remark in remarks)
            {
                Terminals.Say(remark);
            }

            await server.WaitForExit(stop.Token);
        }
        catch (OperationCanceledException)
        {
            await server.Stop();
        }

        return ExitCode.Ok; // Ctrl-C is the usual way out
    }

    private static ExitCode Fail(string message)
    {
        Terminals.Error.MarkupLineInterpolated($"[red]course: {message}[/]");
        return ExitCode.NotReady;
    }
}
