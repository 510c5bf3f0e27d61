using System.CommandLine;
using Course.Cli.Backends;
using Course.Cli.Packaging;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course backend</c>: which torch the notebooks compute with.</summary>
internal static class BackendCommand
{
    private static readonly Argument<string?> Name = new Argument<string?>("name")
    {
        Description = "managed: Course.Torch, plain C#; cpu, cuda: TorchSharp; none: say which it is now",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = string.Join('|', TorchBackend.All.Select(backend => backend.Name)),
    }.AcceptOnlyFromAmong([.. TorchBackend.All.Select(backend => backend.Name)]);

    private static readonly Option<string> Version = new("--version")
    {
        Description = "TorchSharp's version",
        DefaultValueFactory = _ => TorchBackend.DefaultVersion,
    };

    private static readonly Option<string?> Source = new("--source") { Description = "Folder or address of a package source, besides the machine's own" };
    private static readonly Argument<string> Folder = new("folder");

    internal static Command Create()
    {
        // A process of its own for native libraries that may bring it down.
        var trial = new Command("try", "Compute something with a build of the library") { Folder };
        trial.Hidden = true;
        trial.SetAction(parsed => (int)BackendTrial.Compute(parsed.GetValue(Folder)!, new TextEvents(Console.Out), Console.Error)); // before the session takes the console for its cells

        // For a folder that is made here and runs elsewhere: tests/Course.Gpu/run.sh.
        var adapt = new Command("adapt", "Let TorchSharp's library in a folder load on an older Linux") { Folder };
        adapt.Hidden = true;
        adapt.SetAction(parsed => Say(CppRuntime.Accommodate(parsed.GetValue(Folder)!) ? $"adapted: see {CppRuntime.NoteName}" : "nothing to adapt"));
        var command = new Command("backend", "Choose what notebooks compute with: Course.Torch, or TorchSharp on processor or GPU") { Name, Version, Source, trial, adapt };
        command.SetAction((parsed, cancel) => Task.Run(() => (int)Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CancellationToken cancel)
    {
        var folders = CourseFolders.Find();
        var store = new BackendStore(folders);
        if (parsed.GetValue(Name) is not { } name)
        {
            Show(store);
            return ExitCode.Ok;
        }

        var backend = TorchBackend.Find(name)!;
        if (backend == TorchBackend.Managed)
        {
            store.Choose(backend, "");
            Terminals.Output.WriteLine("Notebooks compute with Course.Torch, plain C#, from their next start on.");
            return ExitCode.Ok;
        }

        return Switch(folders, store, backend, parsed, cancel);
    }

    private static ExitCode Switch(CourseFolders folders, BackendStore store, TorchBackend backend, ParseResult parsed, CancellationToken cancel)
    {
        RequireSources(folders);
        if (backend.Obstacle is { } obstacle)
        {
            throw new UsageException(obstacle);
        }

        var version = parsed.GetValue(Version)!;
        var scratch = store.NewFolder();
        try
        {
            Say($"{backend.Torch} {version} and what it needs: {backend.Size}, once.");
            Build(new BackendBuild(folders, backend, version, parsed.GetValue(Source)), scratch);
            store.Accept(backend, scratch);
            store.Choose(backend, version);
        }
        catch (BackendException e)
        {
            return cancel.IsCancellationRequested ? ExitCode.Interrupted : Refuse(store, e);
        }
        finally
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }

        new FeedWriter(folders.Feed).Add(backend.Package, store.FolderOf(backend), (backend.Torch!, version));
        Say($"Notebooks compute with TorchSharp {version} ({backend.Name}) from their next start on; course backend managed goes back.");
        Say(File.Exists(Path.Combine(store.FolderOf(backend), CppRuntime.NoteName))
            ? "VS Code's Polyglot Notebooks and Verso load TorchSharp's own copy, which this machine is too old for: use the course's kernel, or course run."
            : $"In VS Code and Verso, let the first cell say: #r \"nuget: {backend.Package}, {CoursePackage.Version}\"");
        return ExitCode.Ok;
    }

    private static void Build(BackendBuild build, string folder)
    {
        build.Restore();
        Say("The packages are here; building lib/Course on them.");
        build.Compile(folder);
        if (CppRuntime.IsTooOld && CppRuntime.Accommodate(folder))
        {
            Say(CppRuntime.Statement);
        }

        Say($"Tried: {BackendTrial.Run(folder)}.");
    }

    private static ExitCode Refuse(BackendStore store, BackendException e)
    {
        Terminals.Error.MarkupLineInterpolated($"[red]course: {e.Message}[/]");
        Say($"Nothing was changed: notebooks still compute with the {store.Chosen.Backend.Name} backend.");
        return ExitCode.NotReady;
    }

    private static void Show(BackendStore store)
    {
        var (chosen, version) = store.Chosen;
        Say(chosen == TorchBackend.Managed ? "managed: Course.Torch, plain C#" : $"{chosen.Name}: TorchSharp {version}, in {CourseFolders.Shorten(store.FolderOf(chosen))}");
        foreach (var other in TorchBackend.All.Where(other => other != chosen))
        {
            Say($"  course backend {other.Name,-8} {(other.Torch is null ? "Course.Torch, plain C#" : other.Obstacle ?? $"{other.Torch}: {other.Size}")}");
        }
    }

    private static void RequireSources(CourseFolders folders)
    {
        if (!folders.HasSources)
        {
            throw new UsageException("another backend is built from the library's sources, and there is no checkout of the course here; clone the repository and run this in it");
        }
    }

    private static void Say(string text) => Terminals.Output.WriteLine(text);
}
