namespace Course;

/// <summary>Training a 2-4-1 network on XOR.</summary>
internal sealed class Exercise04_4 : Exercise<Func<int, int, double[]>>
{
    private const int Steps = 5000;
    private const int Seeds = 5;
    private const int Enough = 4;

    private static readonly double[] Truth = [0, 1, 1, 0];

    public override string Title => "XOR with four hidden neurons";

    public override IReadOnlyList<string> Hints =>
    [
        "One step: `var slopes = Zeros(net);`, then for each corner `Backward(net, Forward(net, corner), [target], slopes);`, then `Step(net, slopes, rate);`",
        "Put that step into a loop that runs `steps` times. A rate of 1 is a fair start; watch the loss if you doubt it.",
        "At the end collect the outputs: `corners.Select(c => Forward(net, c)[^1][0]).ToArray()`.",
    ];

    protected override void Examine(Func<int, int, double[]> xor, Exam exam)
    {
        exam.That(
            "seed 1, 5,000 steps: four outputs",
            () => xor(1, Steps),
            outputs => outputs is { Length: 4 } && outputs.All(value => value is >= 0 and <= 1),
            "four numbers between 0 and 1, for (0,0), (0,1), (1,0) and (1,1)");
        exam.That(
            "5,000 steps on the seeds 1 to 5",
            () => new Class([.. Enumerable.Range(1, Seeds).Select(seed => xor(seed, Steps))]),
            runs => runs.Solved >= Enough,
            $"XOR solved on at least {Enough} of {Seeds} seeds",
            runs => runs.Cause);
        exam.That(
            "0 steps on the seeds 1 to 5",
            () => new Class([.. Enumerable.Range(1, Seeds).Select(seed => xor(seed, 0))]),
            runs => runs.Solved < Seeds,
            "networks that know nothing yet",
            _ => "Without a step, nothing can be learnt: are the outputs computed, and is `steps` used?");
    }

    private sealed record Class(double[][] Runs)
    {
        public int Solved => Runs.Count(Right);

        public string? Cause
        {
            get
            {
                if (Runs.All(run => Right([.. run.Select(value => 1 - value)])))
                {
                    return "Every answer is the opposite of the right one: are the targets 0, 1, 1, 0 in the order of the corners?";
                }

                var spread = Runs.Max(run => run.Max() - run.Min());
                return spread < 0.2
                    ? "The four outputs of a network hardly differ. More steps, a larger rate, or is every corner part of each step?"
                    : "Some corners are on the wrong side of ½. Are all four corners in each step, and do the slopes start from zero?";
            }
        }

        public override string ToString() =>
            $"{Solved} of {Runs.Length} solved; seed 1 gives [{string.Join(", ", Runs[0].Select(value => Numbers.Text(Math.Round(value, 3))))}]";

        private static bool Right(double[] run) => run.Zip(Truth, (output, truth) => output > 0.5 == truth > 0.5).All(right => right);
    }
}
