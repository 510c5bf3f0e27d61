namespace Course;

/// <summary>The published test expression of micrograd.</summary>
internal sealed class Exercise05_1 : Exercise<Func<(double G, double DA, double DB)>>
{
    private const double Published = 1e-4;

    public override string Title => "micrograd's numbers";

    public override IReadOnlyList<string> Hints =>
    [
        "Write the lines as they stand: `Value c = a + b, d = a * b + b * b * b;` then `c = 2 * c + 1;` and so on. Reusing a name is fine: the old node lives on in the graph.",
        "Afterwards `Push(g, 1);` fills `a.Grad` and `b.Grad`; the value is `g.Data`.",
        "The end: `Value e = c - d, f = e * e, g = f / 2 + 10 / f; Push(g, 1); return (g.Data, a.Grad, b.Grad);`",
    ];

    protected override void Examine(Func<(double G, double DA, double DB)> micrograd, Exam exam)
    {
        exam.Absolute(
            "the value of g",
            () => micrograd().G,
            24.7041,
            Published,
            new Suspect(HalfDone(-4, 2), "Each of c and d is changed twice; one of those lines is missing."));
        exam.Absolute("the slope of g for a", () => micrograd().DA, 138.8338, Published, Unpushed());
        exam.Absolute("the slope of g for b", () => micrograd().DB, 645.5773, Published, Unpushed());
    }

    private static Suspect Unpushed() => new(0.0, "The slope is still 0: push a slope of 1 into g before you read it.");

    // The value that comes out when the second change of c and of d is left out.
    private static double HalfDone(double a, double b)
    {
        var c = (2 * (a + b)) + 1;
        var d = (3 * ((a * b) + (b * b * b))) + Math.Max(0, b + a);
        var f = (c - d) * (c - d);
        return (f / 2) + (10 / f);
    }
}
