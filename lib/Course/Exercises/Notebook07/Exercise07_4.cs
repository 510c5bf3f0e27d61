namespace Course;

/// <summary>The deviation of the weights at three starts.</summary>
internal sealed class Exercise07_4 : Exercise<Func<long, long, (double He, double Xavier, double Linear)>>
{
    public override string Title => "three starts, three deviations";

    public override IReadOnlyList<string> Hints =>
    [
        "He keeps what goes forward, so only the inputs count. Xavier's is a compromise between forward and backward, so both count. `Linear` draws evenly between −1/√n and 1/√n.",
        "He: √(2/n). Xavier: √(2/(n + m)). An even draw between −b and b has the deviation b/√3. Write 2.0 and not 2, or C# divides whole numbers.",
        "`return (Math.Sqrt(2.0 / inputs), Math.Sqrt(2.0 / (inputs + outputs)), Math.Sqrt(1.0 / (3 * inputs)));`",
    ];

    protected override void Examine(Func<long, long, (double He, double Xavier, double Linear)> deviations, Exam exam)
    {
        foreach (var (inputs, outputs) in (ReadOnlySpan<(long, long)>)[(784, 100), (100, 100), (100, 10), (1, 1), (2, 7), (4096, 16_384)])
        {
            var (n, m) = (inputs, outputs);
            var came = new Lazy<(double He, double Xavier, double Linear)>(() => deviations(n, m));
            var name = $"{n} inputs, {m} outputs";
            Ask($"{name}: He", () => came.Value.He, Math.Sqrt(2.0 / n), [
                new(2.0 / n, "That is the variance; its root is the deviation."),
                new(Math.Sqrt(2.0 * n), "Divide by the inputs: the more there are, the smaller each weight."),
                new(Math.Sqrt(2.0), "The inputs are missing: √(2/n)."),
                new(Math.Sqrt(2 / n), "2 / inputs divides whole numbers and drops the rest: write 2.0."),
                new(Math.Sqrt(2.0 / m), "He counts the inputs of a neuron, not the neurons."),
                new(Math.Sqrt(1.0 / n), "√(1/n) is right for a layer without ReLU; ReLU takes half of the mean square."),
                new(Math.Sqrt(6.0 / n), "That is the bound of an even draw; its deviation is the bound divided by √3.")]);
            Ask($"{name}: Xavier", () => came.Value.Xavier, Math.Sqrt(2.0 / (n + m)), [
                new(2.0 / (n + m), "That is the variance; its root is the deviation."),
                new(Math.Sqrt(2.0 * (n + m)), "Divide by n + m: the more there are, the smaller each weight."),
                new(Math.Sqrt(2.0), "n + m is missing: √(2/(n + m))."),
                new(Math.Sqrt(2.0 / (n - m)), "It is n *plus* m."),
                new(Math.Sqrt(2 / (n + m)), "2 / (inputs + outputs) divides whole numbers and drops the rest: write 2.0."),
                new(Math.Sqrt(1.0 / (n + m)), "The mean of n and m is (n + m)/2, so the 2 goes on top."),
                new(Math.Sqrt(6.0 / (n + m)), "That is the bound of an even draw; its deviation is the bound divided by √3.")]);
            Ask($"{name}: Linear", () => came.Value.Linear, Math.Sqrt(1.0 / (3 * n)), [
                new(1.0 / (3 * n), "That is the variance; its root is the deviation."),
                new(Math.Sqrt(3.0 * n), "Divide by 3·n: the more inputs, the smaller each weight."),
                new(1.0, "3·n is missing: √(1/(3n))."),
                new(Math.Sqrt(1.0 / 3), "The inputs are missing: √(1/(3n))."),
                new(Math.Sqrt(1 / (3 * n)), "1 / (3 · inputs) divides whole numbers and drops the rest: write 1.0."),
                new(Math.Sqrt(1.0 / n), "1/√n is the bound of the draw. Its deviation is smaller by √3."),
                new(Math.Sqrt(1.0 / (3 * m)), "`Linear` counts the inputs of a neuron, not the neurons.")]);
        }

        void Ask(string name, Func<object?> got, double wanted, Suspect[] suspects) => exam.Relative(name, got, wanted, 1e-12, suspects);
    }
}
