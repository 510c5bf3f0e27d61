namespace Course;

/// <summary>Value and slope of tanh, exp, log and powers.</summary>
/// <remarks>The answer takes a point and an exponent, and gives value and slope of the four functions there.</remarks>
internal sealed class Exercise05_3 : Exercise<Func<double, double, (double Value, double Slope)[]>>
{
    private const int Points = 20;
    private const double Nudge = 1e-5;
    private const double Near = 1e-6;

    public override string Title => "four more functions";

    public override IReadOnlyList<string> Hints =>
    [
        "The pattern is that of `Relu`: `new(value, name, (z, slope))`.",
        "The slopes: tanh has 1 − t², where t is the *result*; exp has its own result; log has 1/z; zⁿ has n·zⁿ⁻¹.",
        "`Value Exp(Value z) { double r = Math.Exp(z.Data); return new(r, \"exp\", (z, r)); }`, and `Math.Pow(z.Data, n - 1)` for the power.",
    ];

    protected override void Examine(Func<double, double, (double Value, double Slope)[]> four, Exam exam)
    {
        var exponent = 3.0;
        double[] points = [.. Enumerable.Range(1, Points).Select(i => 0.15 * i)];
        var functions = new (string Name, Func<double, double> F, Func<double, double, Suspect[]> Slips)[]
        {
            ("tanh", Math.Tanh, TanhSlips),
            ("exp", Math.Exp, ExpSlips),
            ("log", Math.Log, LogSlips),
            ("z to the power 3", z => Math.Pow(z, exponent), PowerSlips),
        };
        for (var i = 0; i < functions.Length; i++)
        {
            var (name, f, slips) = functions[i];
            foreach (var at in points)
            {
                TryAt(name, at, f, () => four(at, exponent)[i], slips(at, exponent), exam);
            }
        }

        TryAt("z to the power −2", 1.7, z => Math.Pow(z, -2), () => four(1.7, -2)[3], PowerSlips(1.7, -2), exam);
        TryAt("z to the power ½", 2.5, Math.Sqrt, () => four(2.5, 0.5)[3], PowerSlips(2.5, 0.5), exam);
    }

    private static void TryAt(
        string name, double at, Func<double, double> f, Func<(double Value, double Slope)> got, Suspect[] slips, Exam exam)
    {
        var slope = (f(at + Nudge) - f(at - Nudge)) / (2 * Nudge);
        var point = $"{name} at z = {Numbers.Text(Math.Round(at, 2))}";
        exam.Relative($"{point}: the value", () => got().Value, f(at), Near);
        exam.Relative($"{point}: the slope", () => got().Slope, slope, Near, slips);
    }

    private static Suspect[] TanhSlips(double z, double n) =>
    [
        new(1 - (z * z), "The slope is 1 − t² with the result t = tanh(z), not with z itself."),
        new(1 + (Math.Tanh(z) * Math.Tanh(z)), "It is 1 *minus* t²."),
        new(Math.Tanh(z) * Math.Tanh(z), "That is t²; the slope is 1 − t²."),
        new(-Math.Tanh(z) * Math.Tanh(z), "The 1 is missing: 1 − t²."),
        new(0.0, "A slope of 0 would be a flat line: is it t·t that is subtracted from 1, with a product?"),
        new(1 - Math.Tanh(z), "The result has to be squared: 1 − t²."),
    ];

    private static Suspect[] ExpSlips(double z, double n) =>
    [
        new(z * Math.Exp(z - 1), "That is the rule for powers. Here z is the exponent, and exp is its own slope."),
        new(1.0, "A slope of 1 would be a straight line; exp is its own slope."),
    ];

    private static Suspect[] LogSlips(double z, double n) =>
    [
        new(Math.Log(z), "That is the value; the slope of log is 1/z."),
        new(z, "The slope of log is 1/z, not z."),
        new(2 / z, "The slope of log is 1/z."),
        new(1 / Math.Log(z), "The slope of log is 1/z, with the number that went in."),
    ];

    private static Suspect[] PowerSlips(double z, double n) =>
    [
        new(Math.Pow(z, n - 1), "The factor n is missing: the slope of zⁿ is n·zⁿ⁻¹."),
        new(Math.Pow(z, n - 1) / n, "The factor n multiplies: n·zⁿ⁻¹."),
        new(n / Math.Pow(z, n - 1), "The power multiplies: n·zⁿ⁻¹."),
        new(n, "The power is missing: n·zⁿ⁻¹."),
        new(n * Math.Pow(z, n + 1), "The exponent goes *down* by one: n·zⁿ⁻¹."),
        new(n * Math.Pow(z, n - 2), "The exponent goes down by one only: n·zⁿ⁻¹."),
        new(n * Math.Pow(n - 1, z), "Base and exponent have changed places: `Math.Pow(z, n - 1)`."),
        new(n * Math.Pow(z, n), "The exponent goes down by one: n·zⁿ⁻¹."),
    ];
}
