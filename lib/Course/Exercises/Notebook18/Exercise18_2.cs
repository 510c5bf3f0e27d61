namespace Course;

/// <summary>Values on a grid of 255 whole numbers: the finest one that reaches them all, zero on zero.</summary>
internal sealed class Exercise18_2 : Exercise<Func<float[], (sbyte[] Q, float Scale)>>
{
    private const int Largest = 127;

    public override string Title => "numbers of eight bits";

    public override IReadOnlyList<string> Hints =>
    [
        "The value of the largest size, whichever its sign, becomes 127 or −127. So how much is one step worth? Every other value then is so many steps, rounded.",
        "`values.Max(v => Math.Abs(v)) / 127` is the scale. `Math.Round(v / scale)` is the nearest whole number; a cast alone cuts the fraction off. What if all values are 0?",
        "`float scale = largest > 0 ? largest / 127 : 1; return ([.. values.Select(v => (sbyte)Math.Round(v / scale))], scale);`",
    ];

    protected override void Examine(Func<float[], (sbyte[] Q, float Scale)> quantise, Exam exam)
    {
        var random = new Random(18);
        Try("six values", [0.5f, -1.27f, 0, 0.126f, 1, -0.004f]);
        Try("one value", [3]);
        Try("one value below 0", [-3]);
        Try("all below 0", [-0.2f, -0.7f, -0.01f]);
        Try("no value 0, all above it", [5, 5.5f, 6]);
        Try("nothing but zeros", [0, 0, 0]);
        Try("tiny values", [2e-6f, -1e-6f, 0.5e-6f]);
        Try("the largest size above 0", [.. Enumerable.Range(0, 100).Select(i => (i - 40) * 0.013f)]);
        Try("1,000 draws", [.. Enumerable.Range(0, 1000).Select(_ => (float)((random.NextDouble() + random.NextDouble() - 1) * 20))]);

        void Try(string name, float[] values)
        {
            var largest = values.Max(v => Math.Abs(v));
            var wanted = largest > 0 ? largest / Largest : 1;
            var came = new Lazy<(sbyte[] Q, float Scale)>(() => quantise([.. values]));
            exam.Relative($"{name}: the scale", () => came.Value.Scale, wanted, 1e-5, ScaleSlips(values, wanted));
            exam.That(
                $"{name}: the numbers",
                () => new Attempt(values, came.Value.Q, wanted),
                attempt => attempt.Cause is null,
                $"{Numbers.Text(values.Length)} numbers, each at most half a step from its value",
                attempt => attempt.Cause);
        }
    }

    private static Suspect[] ScaleSlips(float[] values, float wanted) =>
    [
        new(0f, "A scale of 0 says nothing, and dividing by it gives no number. Where all values are 0 let the scale be 1."),
        new(float.NaN, "Where all values are 0, 0/0 is no number: let the scale be 1."),
        new(values.Max() / Largest, "The value of the largest *size* counts: take `Math.Abs` before the maximum."),
        new(wanted * Largest / 128, "The grid goes to 127 on both sides: divide by 127. With 128 the largest value would not fit into an `sbyte`."),
        new(wanted * Largest / 255, "255 steps from end to end are 127 on each side of zero: divide the largest size by 127."),
        new(wanted * Largest / 256, "256 steps from end to end are more than an `sbyte` has on each side of zero: divide the largest size by 127."),
        new((values.Max() - values.Min()) / 255, "A grid from the smallest to the largest value does not have zero on it. Here it is the same on both sides of zero: the largest size divided by 127."),
        new(1 / wanted, "Turned round: the scale is what one step is worth, the largest size divided by 127."),
        new(wanted * Largest, "That is the largest size: one step is worth a 127th of it."),
    ];

    private sealed record Attempt(float[] Values, sbyte[]? Q, float Scale)
    {
        public string? Cause => Q is null || Q.Length != Values.Length ? "One number for each value is wanted." : Fault(Q);

        public override string ToString() => Q is null ? "null" : Figures.From(Q)!.ValuesText;

        private string? Fault(sbyte[] q)
        {
            // A hair more than half: a quotient of floats may fall on either side of a half.
            var wrong = -1;
            for (var i = 0; i < q.Length && wrong < 0; i++)
            {
                wrong = Math.Abs(((double)q[i] * Scale) - Values[i]) > Scale * 0.5001 ? i : -1;
            }

            return wrong < 0 ? null
                : $"{Numbers.Text(Values[wrong])} became {q[wrong]}, which stands for {Numbers.Text((double)q[wrong] * Scale)}: more than half a step of {Numbers.Text(Scale)} away. {Reason(q, wrong)}";
        }

        private string Reason(sbyte[] q, int i)
        {
            var steps = (double)Values[i] / Scale;
            return Values[i] == 0 ? "Zero has to become 0."
                : q[i] == (sbyte)Math.Truncate(steps) || q[i] == (sbyte)Math.Floor(steps) ? "Round to the nearest: a cast alone cuts the fraction off."
                : Math.Sign(q[i]) == -Math.Sign(steps) && Math.Abs(steps) > 1 ? "The sign is turned round."
                : "Divide by the scale, and round.";
        }
    }
}
