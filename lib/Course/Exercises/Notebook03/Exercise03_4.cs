namespace Course;

/// <summary>Standardising, judged by what it does to plain descent.</summary>
internal sealed class Exercise03_4 : Exercise<Func<double[], double[]>>
{
    private const int Budget = 391_055;   // a fiftieth of the 19,552,781 steps that raw millimetres take

    public override string Title => "mend the data";

    public override IReadOnlyList<string> Hints =>
    [
        "Two things make the ravine: the mean is far from 0, and the spread is not 1.",
        "Subtract the mean from each number, then divide by the standard deviation, the root of the mean squared difference from the mean.",
        "`var std = Math.Sqrt(x.Average(xi => (xi - mean) * (xi - mean)));` and then `(xi - mean) / std`",
    ];

    protected override void Examine(Func<double[], double[]> standardise, Exam exam)
    {
        double[] flippers = Data.Penguins().FlipperMm;
        exam.Equal("one number out for each flipper", () => standardise(flippers).Length, flippers.Length);
        exam.That(
            "the mean of the standardised flippers",
            () => standardise(flippers).Average(),
            mean => Math.Abs(mean) < 1e-9,
            "0, up to 1e-9",
            _ => "Subtract the mean first: as long as it is not 0, `w` and `b` pull on each other.");
        exam.That(
            "the standard deviation of the standardised flippers",
            () => Standardizer.Fit(standardise(flippers)).Std,
            std => Math.Abs(std - 1) < 0.01,
            "1, up to 0.01",
            std => std > 2 ? "Centred, but still in millimetres: divide by the standard deviation."
                : std < 0.5 ? "Divided by too much: the standard deviation is the root of the variance." : null);
        exam.That(
            "steps of plain descent at its best rate, to 1 % above the smallest MSE",
            () => Steps(standardise(flippers)),
            steps => steps <= Budget,
            $"at most {Numbers.Text(Budget)}, a fiftieth of what raw millimetres take");
    }

    private static int Steps(double[] x)
    {
        double[] y = Data.Penguins().BodyMassG;
        var (mx, my) = (x.Average(), y.Average());
        var (xx, xy, yy) = (x.Average(v => v * v), x.Zip(y, (a, b) => a * b).Average(), y.Average(v => v * v));
        double Mse(double w, double b) => yy - (2 * w * xy) - (2 * b * my) + (w * w * xx) + (2 * w * b * mx) + (b * b);
        var wBest = (xy - (mx * my)) / (xx - (mx * mx));
        var goal = 1.01 * Mse(wBest, my - (wBest * mx));
        var (w, b, rate) = (0.0, 0.0, 1 / (xx + 1));
        for (var step = 0; step <= Budget; step++)
        {
            if (Mse(w, b) <= goal)
            {
                return step;
            }

            (w, b) = (w - (2 * rate * ((w * xx) + (b * mx) - xy)), b - (2 * rate * ((w * mx) + b - my)));
        }

        return Budget + 1;
    }
}
