using Spectre.Console;
using static System.FormattableString;

namespace Course.Cli.Terminal;

/// <summary>For a log: a line at the start, one for each checkpoint, one at the end.</summary>
internal sealed class PlainTrainProgress(IAnsiConsole console) : ITrainProgress
{
    private double _loss = double.NaN;

    public void Started(IReadOnlyList<int> processes, int from, int steps)
    {
        Say(Ranks(processes));
        Say(from == 0 ? Invariant($"{steps} steps")
            : from >= steps ? Invariant($"the checkpoint has all {steps} steps; --restart begins anew")
            : Invariant($"going on from step {from} of {steps}"));
    }

    public void Stepped(int step, double loss) => _loss = loss;

    public void Saved(int step) => Say(Invariant($"step {step}: loss {_loss:0.000}, saved"));

    public void Ended(double accuracy, string checkpoint) => Say(Invariant($"test accuracy {accuracy:0.00} %; the run is in {checkpoint}"));

    internal static string Ranks(IReadOnlyList<int> processes) =>
        Plural.Of(processes.Count, "rank") + ": " + string.Join(", ", processes.Select((process, rank) => Invariant($"{rank} is process {process}")));

    private void Say(string line) => console.WriteLine(line);
}
