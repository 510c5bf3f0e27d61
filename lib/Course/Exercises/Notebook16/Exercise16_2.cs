namespace Course;

/// <summary>Softmax at a temperature.</summary>
internal sealed class Exercise16_2 : Exercise<Func<double[], double, double[]>>
{
    private const double Near = 1e-9;

    public override string Title => "temperature";

    public override IReadOnlyList<string> Hints =>
    [
        "Temperature 0 needs a case of its own: 1 at the first largest score, 0 elsewhere. `Array.IndexOf(logits, logits.Max())` finds it.",
        "Otherwise divide by the temperature, *after* taking away the largest score: `Math.Exp((z - logits.Max()) / temperature)`. Then divide by the sum.",
        "`double[] e = [.. logits.Select(z => Math.Exp((z - max) / temperature))]; return [.. e.Select(p => p / e.Sum())];`",
    ];

    protected override void Examine(Func<double[], double, double[]> atTemperature, Exam exam)
    {
        double[] logits = [1, 3, 2, -1];
        foreach (var temperature in (double[])[1, 0.5, 2])
        {
            Try($"temperature {Numbers.Text(temperature)}", atTemperature, logits, temperature, exam);
        }

        exam.Absolute(
            "temperature 0: all to the largest",
            () => atTemperature([.. logits], 0),
            (double[])[0, 1, 0, 0],
            Near,
            new Suspect((double[])[double.NaN, double.NaN, double.NaN, double.NaN], "Temperature 0 divides by zero: give it a case of its own."),
            new Suspect((double[])[0, double.NaN, 0, 0], "At temperature 0 the largest score becomes 0/0: give it a case of its own."),
            new Suspect(Softmax(logits, 1), "Temperature 0 is treated like 1."));
        exam.Absolute(
            "temperature 0, two largest: all to the first",
            () => atTemperature([2, 5, 5], 0),
            (double[])[0, 1, 0],
            Near,
            new Suspect((double[])[0, 0.5, 0.5], "Both got a half; greedy takes one, the first."),
            new Suspect((double[])[0, 1, 1], "Both got 1, so the chances add up to 2; greedy takes one, the first."),
            new Suspect((double[])[0, 0, 1], "That is the last of the two; greedy takes the first."));
        exam.Absolute(
            "scores of 1000",
            () => atTemperature([1000, 1001], 1),
            Softmax([0, 1], 1),
            Near,
            new Suspect((double[])[double.NaN, double.NaN], "exp overflows: take the largest score away from all before dividing (notebook 02)."));
        exam.Absolute("nearly 0: as good as greedy", () => atTemperature([.. logits], 1e-3), (double[])[0, 1, 0, 0], Near);
        exam.Absolute("very hot: nearly even", () => atTemperature([.. logits], 1e12), (double[])[0.25, 0.25, 0.25, 0.25], Near);
    }

    private static void Try(string name, Func<double[], double, double[]> atTemperature, double[] logits, double temperature, Exam exam) =>
        exam.Absolute(
            name,
            () => atTemperature([.. logits], temperature),
            Softmax(logits, temperature),
            Near,
            new Suspect(Softmax(logits, 1), "The temperature changes nothing: divide the scores by it."),
            new Suspect(Softmax(logits, 1 / temperature), "The scores are multiplied by the temperature: divide by it, so that hot is flat."),
            new Suspect(Softmax(logits, 1).Select(p => p / temperature).ToArray(), "The chances are divided by the temperature; it belongs before the softmax, to the scores."));

    private static double[] Softmax(double[] logits, double temperature)
    {
        double[] powers = [.. logits.Select(z => Math.Exp((z - logits.Max()) / temperature))];
        return [.. powers.Select(p => p / powers.Sum())];
    }
}
