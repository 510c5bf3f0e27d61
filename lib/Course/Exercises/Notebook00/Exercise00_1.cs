namespace Course;

/// <summary>The first check: a unit conversion.</summary>
internal sealed class Exercise00_1 : Exercise<Func<double, double>>
{
    public override string Title => "make the check green";

    public override IReadOnlyList<string> Hints =>
    [
        "A kilogram is 1,000 grams, so the result is the smaller number.",
        "Replace the whole `return` line: `return grams / ...;`",
    ];

    protected override void Examine(Func<double, double> toKilograms, Exam exam)
    {
        foreach (var grams in (double[])[3750, 4200, 0])
        {
            exam.Relative(
                $"{Numbers.Text(grams)} g in kilograms",
                () => toKilograms(grams),
                grams / 1000,
                1e-12,
                new Suspect(grams * 1000, "You multiplied by 1,000; a kilogram is more than a gram, so divide."),
                new Suspect(grams / 1001, "A kilogram is 1,000 grams, exactly."),
                new Suspect(grams / 999, "A kilogram is 1,000 grams, exactly."),
                new Suspect(grams, "The number came back unchanged, still in grams."));
        }
    }
}
