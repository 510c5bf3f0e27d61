using System.CommandLine;
using System.Text.Json;
using Course.Cli.Terminal;
using Course.Cli.Train;
using Course.Kernel;
using Course.Kernel.Running;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course train 12</c>: notebook 12's network in several processes. Under mpirun it is one of them.</summary>
internal static class TrainCommand
{
    private const string Trained = "12";
    private const string TierVariable = "COURSE_TIER";

    private static readonly Argument<string> Notebook = new("notebook") { Description = $"{Trained}: the only notebook with a run for several processes" };
    private static readonly Option<int> RanksOption = Options.AtLeastOne("--ranks", "How many processes share the work", 2);
    private static readonly Option<int> StepsOption = Options.AtLeastOne("--steps", "Stop after so many steps of the plan", int.MaxValue);
    private static readonly Option<int> SaveOption = Options.AtLeastOne("--save-every", "Steps between two checkpoints", 50);
    private static readonly Option<FileInfo?> CheckpointOption = new("--checkpoint") { Description = "File from which a run goes on; by default in your user folder" };
    private static readonly Option<bool> RestartOption = new("--restart") { Description = "Begin anew, whatever the checkpoint has" };
    private static readonly Option<FileInfo?> LossesOption = new("--losses") { Description = "Write the loss of every step into this file, as JSON" };
    private static readonly Option<string> TierOption = Options.Tier("How much work the run does", "laptop");

    internal static Command Create()
    {
        var command = new Command("train", "Train notebook 12's network in several processes, over Open MPI; goes on from its checkpoint")
        {
            Notebook, RanksOption, StepsOption, SaveOption, CheckpointOption, RestartOption, LossesOption, TierOption,
        };
        command.SetAction((parsed, cancel) => Task.Run(() => (int)Run(parsed, cancel), CancellationToken.None));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Notebook) is var notebook && notebook != Trained)
        {
            throw new UsageException($"there is nothing to train in several processes in notebook {notebook}; write course train {Trained}");
        }

        Environment.SetEnvironmentVariable(TierVariable, parsed.GetValue(TierOption));
        return RankProcess.IsThis ? RankProcess.Run(Plan(parsed)) : Lead(parsed, cancel);
    }

    // What the library calls a DigitsPlan.
    private static string Plan(ParseResult parsed) => JsonSerializer.Serialize(new
    {
        steps = parsed.GetValue(StepsOption),
        saveEvery = parsed.GetValue(SaveOption),
        checkpoint = parsed.GetValue(CheckpointOption)?.FullName,
        restart = parsed.GetValue(RestartOption),
    });

    private static ExitCode Lead(ParseResult parsed, CancellationToken cancel)
    {
        try
        {
            return Terminals.IsLive
                ? LiveTrainProgress.Show(Terminals.Output, progress => Lead(parsed, progress, cancel))
                : Lead(parsed, new PlainTrainProgress(Terminals.Output), cancel);
        }
        catch (MpiException e)
        {
            return Refuse(e.Message, ExitCode.NotReady);
        }
    }

    private static ExitCode Lead(ParseResult parsed, ITrainProgress progress, CancellationToken cancel)
    {
        TrainEvent? end = null;
        var saved = 0;
        var (code, said) = Mpirun.Run(parsed.GetValue(RanksOption), Arguments(parsed), Hear, cancel);
        if (cancel.IsCancellationRequested)
        {
            return Refuse($"stopped. {Left(saved)}", ExitCode.Interrupted);
        }

        if (code != 0 || end is null)
        {
            return Refuse($"{RankLoss.Describe(said, code)}. The other ranks were ended. {Left(saved)}", ExitCode.ProcessDied);
        }

        if (parsed.GetValue(LossesOption) is { } file)
        {
            AtomicFile.WriteAllText(file.FullName, JsonSerializer.Serialize(end.Losses));
        }

        return ExitCode.Ok;

        void Hear(string line)
        {
            if (TrainEvent.Parse(line) is { } told)
            {
                end = told.What == "end" ? told : end;
                saved = told.What == "saved" ? told.Step : told.What == "start" ? told.From : saved;
                told.Tell(progress);
            }
        }
    }

    private static IEnumerable<string> Arguments(ParseResult parsed)
    {
        string[] file = parsed.GetValue(CheckpointOption) is { } checkpoint ? ["--checkpoint", checkpoint.FullName] : [];
        string[] restart = parsed.GetValue(RestartOption) ? ["--restart"] : [];
        return
        [
            "train", Trained, "--tier", parsed.GetValue(TierOption)!, "--steps", Text(parsed.GetValue(StepsOption)),
            "--save-every", Text(parsed.GetValue(SaveOption)), .. file, .. restart,
        ];
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Left(int saved) => saved > 0
        ? $"The checkpoint is whole and has step {Text(saved)}: the same command goes on from there."
        : "No checkpoint had been written yet.";

    private static ExitCode Refuse(string message, ExitCode code)
    {
        Terminals.Error.MarkupLineInterpolated($"[red]course: {message}[/]");
        return code;
    }
}
