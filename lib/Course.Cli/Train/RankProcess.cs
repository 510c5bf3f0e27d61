using Course.Cli.Backends;
using Course.Cli.Terminal;
using Course.Kernel.Running;

namespace Course.Cli.Train;

/// <summary>A process that mpirun started: one rank of a training run.</summary>
internal static class RankProcess
{
    /// <summary>Set by the command for its own ranks: rank 0 then says what happens as JSON, for the command to show.</summary>
    internal const string ReportVariable = "COURSE_TRAIN_REPORT";

    private const string RankVariable = "OMPI_COMM_WORLD_RANK";

    /// <summary>Whether this process is one.</summary>
    internal static bool IsThis => Number is not null;

    private static string? Number => Environment.GetEnvironmentVariable(RankVariable);

    /// <summary>Trains. One that ends otherwise than by itself is noticed by mpirun, which ends the others.</summary>
    internal static ExitCode Run(string plan)
    {
        try
        {
            LibraryContext.Call("Course.TrainingRank", "Run", plan, Say());
            return ExitCode.Ok;
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            Console.Error.WriteLine($"{RankLoss.Mark}{Number}: {trouble.Message}");
            return ExitCode.ProcessDied;
        }
    }

    // Started by hand under mpirun: rank 0 speaks to the terminal.
    private static Action<string> Say()
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is not null)
        {
            return Console.Out.WriteLine;
        }

        var progress = new PlainTrainProgress(Terminals.Output);
        return line => TrainEvent.Parse(line)?.Tell(progress);
    }
}
