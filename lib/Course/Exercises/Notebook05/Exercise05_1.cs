namespace Course;

/// <summary>The published test expression of micrograd.</summary>
internal sealed class Exercise05_1 : Exercise<Func<(double G, double DA, double DB)>>
{
    private const double Published = 1e-4;
    private const double Nudge = 1e-5;

    public override string Title => "micrograd's numbers";

    public override IReadOnlyList<string> Hints =>
    [
        "Write the lines as they stand: `Value c = a + b, d = a * b + b * b * b;` then `c = 2 * c + 1;` and so on. Reusing a name is fine: the old node lives on in the graph.",
        "Afterwards `Push(g, 1);` fills `a.Grad` and `b.Grad`; the value is `g.Data`.",
        "The end: `Value e = c - d, f = e * e, g = f / 2 + 10 / f; Push(g, 1); return (g.Data, a.Grad, b.Grad);`",
    ];

    protected override void Examine(Func<(double G, double DA, double DB)> micrograd, Exam exam)
    {
        exam.Absolute("the value of g", () => micrograd().G, 24.7041, Published, [HalfDone(), .. Slips(Run)]);
        exam.Absolute("the slope of g for a", () => micrograd().DA, 138.8338, Published, [Unpushed(), .. Slips((a, b, slip) => SlopeA(slip))]);
        exam.Absolute("the slope of g for b", () => micrograd().DB, 645.5773, Published, [Unpushed(), .. Slips((a, b, slip) => SlopeB(slip))]);
    }

    private static Suspect Unpushed() => new(0.0, "The slope is still 0: push a slope of 1 into g before you read it.");

    // What comes out when the second change of c and of d is left out.
    private static Suspect HalfDone()
    {
        var (c, d) = ((2 * (-4 + 2)) + 1, 3 * ((-4 * 2) + (2 * 2 * 2)));
        var f = (double)(c - d) * (c - d);
        return new((f / 2) + (10 / f), "Each of c and d is changed twice; one of those lines is missing.");
    }

    // A line of the test, its coefficients, and the values that a slip would give them: a sign, one more or less, a term left out.
    private static IEnumerable<Suspect> Slips(Func<double, double, Slip?, double> value) =>
        from line in Enumerable.Range(0, Lines.Length)
        from term in Enumerable.Range(0, Lines[line].Terms.Length)
        let right = Lines[line].Terms[term]
        from wrong in (double[])[-right, right + 1, right - 1, 0, 1 / right]
        where wrong != right
        select new Suspect(value(-4, 2, new Slip(line, term, wrong)), $"It looks like a slip in the line {Lines[line].Text}.");

    private static readonly (string Text, double[] Terms)[] Lines =
    [
        ("c = a + b", [1, 1]),
        ("d = a·b + b³", [1, 1]),
        ("c becomes 2c + 1", [2, 1]),
        ("c becomes 1 + 2c − a", [1, 2, -1]),
        ("d becomes 3d + relu(b + a)", [3, 1, 1, 1]),
        ("d becomes 4d + relu(b − a)", [4, 1, 1, -1]),
        ("e = c − d", [1, -1]),
        ("g = f/2 + 10/f", [0.5, 10]),
        ("a = −4, b = 2", [-4, 2]),
    ];

    private static double SlopeA(Slip? slip) => (Run(-4 + Nudge, 2, slip) - Run(-4 - Nudge, 2, slip)) / (2 * Nudge);

    private static double SlopeB(Slip? slip) => (Run(-4, 2 + Nudge, slip) - Run(-4, 2 - Nudge, slip)) / (2 * Nudge);

    private static double Run(double a, double b, Slip? slip)
    {
        double K(int line, int term) => slip is { } s && s.Line == line && s.Term == term ? s.Value : Lines[line].Terms[term];
        (a, b) = slip is { Line: 8 } start ? (start.Term == 0 ? a + 4 + start.Value : a, start.Term == 1 ? b - 2 + start.Value : b) : (a, b);
        var c = (K(0, 0) * a) + (K(0, 1) * b);
        var d = (K(1, 0) * a * b) + (K(1, 1) * b * b * b);
        c = (K(2, 0) * c) + K(2, 1);
        c = K(3, 0) + (K(3, 1) * c) + (K(3, 2) * a);
        d = (K(4, 0) * d) + (K(4, 1) * Math.Max(0, (K(4, 2) * b) + (K(4, 3) * a)));
        d = (K(5, 0) * d) + (K(5, 1) * Math.Max(0, (K(5, 2) * b) + (K(5, 3) * a)));
        var e = (K(6, 0) * c) + (K(6, 1) * d);
        var f = e * e;
        return (K(7, 0) * f) + (K(7, 1) / f);
    }

    private readonly record struct Slip(int Line, int Term, double Value);
}
