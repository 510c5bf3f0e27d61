namespace Course;

/// <summary>A line found by eye.</summary>
internal sealed class Exercise01_3 : Exercise<Func<(double W, double B)>>
{
    private const double Allowance = 1.10;

    public override string Title => "as good as the best, almost";

    public override IReadOnlyList<string> Hints =>
    [
        "The sliders in the chart show the MSE while you drag. It has to fall below 170,000 g².",
        "Every good line passes near the middle of the cloud: 200.9 mm, 4,202 g. Choose `w`, then b = 4202 − 200.9·w.",
        "Between `w = 42` and `w = 58` every slope has a fitting `b`. With `w = 50` the last hint gives b = −5843.",
    ];

    protected override void Examine(Func<(double W, double B)> myLine, Exam exam)
    {
        var limit = Allowance * PenguinLine.LeastMse;
        exam.That(
            "the MSE of your line is at most 1.10 times the smallest possible",
            () => new Attempt(myLine()),
            attempt => attempt.Mse <= limit,
            $"an MSE of at most {Numbers.Text(Math.Floor(limit))} g²",
            attempt => attempt.Cause);
    }

    private readonly record struct Attempt((double W, double B) Line)
    {
        public double Mse => PenguinLine.Mse(Line.W, Line.B);

        public string Cause
        {
            get
            {
                if (!double.IsFinite(Mse))
                {
                    return "`w` and `b` have to be finite numbers.";
                }

                if (PenguinLine.Mse(Line.B, Line.W) < Mse && Math.Abs(Line.W) > Math.Abs(Line.B))
                {
                    return "`w` and `b` have changed places: return (w, b).";
                }

                var miss = PenguinLine.Misses(Line.W, Line.B).Average();
                return Math.Abs(miss) > 100
                    ? $"On average your line is {Numbers.Text(Math.Abs(Math.Round(miss)))} g too {(miss > 0 ? "low" : "high")}: move `b`."
                    : "The height is right; the tilt is not: change `w`, and `b` with it.";
            }
        }

        public override string ToString() =>
            $"w = {Numbers.Text(Line.W)}, b = {Numbers.Text(Line.B)}, with an MSE of {Numbers.Text(Math.Round(Mse))} g²";
    }
}
