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
            new(misses.Average() * misses.Average(), "You squared the average; average the squares instead."),
        ];
    }
}
