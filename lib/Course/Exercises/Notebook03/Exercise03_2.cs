namespace Course;

/// <summary>Momentum on the bowl in at most a third of plain descent's steps.</summary>
internal sealed class Exercise03_2 : Exercise<Func<(double Rate, double Beta)>>
{
    private const double Steep = 100;
    private const double Goal = 1e-6;
    private const int Give = 1000;   // steps after which a walk counts as not arriving

    private static readonly (double X, double Y) Start = (-10, 1.5);

    public override string Title => "tune the ball";

    public override IReadOnlyList<string> Hints =>
    [
        "The slider above has a β that arrives early. At that β, try rates around 0.02 to 0.03.",
        "For bowls there is a formula: lr = 4/(√λmax + √λmin)² and β = ((√κ − 1)/(√κ + 1))². Here √κ is 10.",
        "lr = 4/121 and β = (9/11)², about 0.033 and 0.67.",
    ];

    protected override void Examine(Func<(double Rate, double Beta)> choose, Exam exam)
    {
        var plain = Steps(2 / (1 + Steep), 0)!.Value;
        exam.That(
            "your choice",
            choose,
            choice => Steps(choice.Rate, choice.Beta) <= plain / 3,
            $"a pair that arrives within {plain / 3} steps",
            choice => Cause(choice.Rate, choice.Beta));
    }

    private static string Cause(double rate, double beta) => (Steps(rate, beta), beta) switch
    {
        _ when rate <= 0 => "The learning rate has to be positive.",
        _ when beta is < 0 or >= 1 => "β has to be at least 0 and below 1: at 1 nothing is ever forgotten.",
        (null, _) when Height(rate, beta) > Goal * 1e12 => "It blows up: a smaller rate, please.",
        (null, _) => $"After {Give} steps it has not arrived: a larger rate, or another β.",
        ({ } steps, < 0.3) => $"It takes {steps} steps: with so little memory it is nearly plain descent.",
        ({ } steps, > 0.8) => $"It takes {steps} steps: with so much memory the ball rolls through the bottom again and again.",
        ({ } steps, _) => $"It takes {steps} steps: a good β; try a larger rate.",
    };

    private static int? Steps(double rate, double beta)
    {
        var (x, y, vx, vy) = (Start.X, Start.Y, 0.0, 0.0);
        for (var step = 0; step < Give; step++)
        {
            if (0.5 * ((x * x) + (Steep * y * y)) < Goal)
            {
                return step;
            }

            (vx, vy) = ((beta * vx) + x, (beta * vy) + (Steep * y));
            (x, y) = (x - (rate * vx), y - (rate * vy));
        }

        return null;
    }

    private static double Height(double rate, double beta)
    {
        var (y, v) = (Start.Y, 0.0);
        for (var step = 0; step < Give && double.IsFinite(y); step++)
        {
            v = (beta * v) + (Steep * y);
            y -= rate * v;
        }

        return double.IsFinite(y) ? y * y : double.PositiveInfinity;
    }
}
