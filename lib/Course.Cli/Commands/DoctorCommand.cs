using System.CommandLine;
using Course.Cli.Doctor;
using Course.Cli.Terminal;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course doctor</c>: what this machine has and lacks, each lack with its cure.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new Command("doctor", "Look at this machine and say what is missing and how to get it");
        command.SetAction(_ => (int)Examine());
        return command;
    }

    private static ExitCode Examine()
    {
        var folders = CourseFolders.Find();
        var failed = 0;
        foreach (var diagnosis in Diagnoses(folders))
        {
            Print(diagnosis);
            failed += diagnosis.Health == Health.Fail ? 1 : 0;
        }

        Terminals.Output.WriteLine(failed == 0 ? "Ready." : $"Not ready: {failed} to mend.");
        return failed == 0 ? ExitCode.Ok : ExitCode.NotReady;
    }

    private static IEnumerable<Diagnosis> Diagnoses(CourseFolders folders)
    {
        yield return Diagnosis.When(
            folders.HasSources, Health.Warn, "course", folders.HasSources ? folders.Root : $"no checkout at or above {folders.Root}",
            "clone the repository, or change to its folder");
        foreach (var diagnosis in ProgramChecks.Run().Concat(LibraryChecks.Run(folders)).Concat(DataChecks.Run(folders)).Concat(MachineChecks.Run(folders)).Concat(HostChecks.Run()))
        {
            yield return diagnosis;
        }
    }

    private static void Print(Diagnosis diagnosis)
    {
        var (word, colour) = diagnosis.Health switch
        {
            Health.Ok => ("[OK]", "green"),
            Health.Warn => ("[WARN]", "yellow"),
            _ => ("[FAIL]", "red"),
        };
        Terminals.Output.MarkupLineInterpolated($"[{colour}]{word.PadRight(6)}[/] {diagnosis.What}: {diagnosis.Found}");
        if (diagnosis.Cure is { } cure)
        {
            Terminals.Output.WriteLine($"       → {cure}");
        }
    }
}
