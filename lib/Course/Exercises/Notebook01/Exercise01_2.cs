namespace Course;

/// <summary>Mean squared error of a line over the penguins.</summary>
internal sealed class Exercise01_2 : Exercise<Func<double, double, double>>
{
    public override string Title => "your own MSE";

    public override IReadOnlyList<string> Hints =>
    [
        "For each bird: predict, subtract, square. Then average over all birds.",
        "`birds.Average(p => ...)` does the sum and the division.",
        "`var miss = p.BodyMassG - Neuron(p.FlipperMm, w, b);`, and what is averaged is `miss * miss`.",
    ];

    protected override void Examine(Func<double, double, double> mse, Exam exam)
    {
        foreach (var (name, w, b) in Lines)
        {
            exam.Relative(
                $"{name}: w = {Numbers.Text(w)}, b = {Numbers.Text(b)}, in g²",
                () => mse(w, b),
                PenguinLine.Mse(w, b),
                1e-9,
                Suspects(w, b));
        }
    }

    private static (string Name, double W, double B)[] Lines =>
        [("a flat line at 4,000 g", 0, 4000), ("a guess", 40, -4000), ("a better line", 49.7, -5786)];

    private static Suspect[] Suspects(double w, double b)
    {
        var misses = PenguinLine.Misses(w, b);
        return
        [
            new(misses.Average(), "The misses are not squared, so positive and negative ones cancel."),
            new(misses.Average(Math.Abs), "This is the mean of the absolute misses, in g; square each miss instead."),
            new(misses.Sum(miss => miss * miss), "This is the sum of the squares; divide by the number of birds."),
            new(Math.Sqrt(misses.Average(miss => miss * miss)), "This is the root of the MSE, in g; leave the root out."),
            new(misses.Average(miss => miss * miss) / 2, "Half the MSE. Some books put a ½ in front; here there is none."),
            new(0.0, "With whole numbers `1 / n` is 0 in C#: write `1.0 / n`, or let `Average` divide."),
            new(misses.Sum(miss => miss * miss) / (misses.Length - 1), "This divides by n − 1; the mean divides by n, the number of birds."),
            new(PenguinLine.Mse(w, -b), "`b` has the wrong sign: the miss is y − (w·x + b), with parentheses."),
            new(PenguinLine.Mse(-w, b), "w·x has the wrong sign: the miss is y − (w·x + b)."),
            new(PenguinLine.Mse(-w, -b), "The prediction is added: the miss is y − (w·x + b)."),
            new(1.0, "A miss divided by itself is 1: multiply it by itself."),
            new(PenguinLine.Mse(b, w), "`w` and `b` have changed places."),
            new(PenguinLine.Mse(0, 0), "The prediction is missing: the miss is y − (w·x + b)."),
            new(misses.Average() * misses.Average(), "You squared the average; average the squares instead."),
        ];
    }
}
