using static TorchSharp.torch;

namespace Course;

/// <summary>A layer for a whole batch as one product.</summary>
internal sealed class Exercise06_3 : Exercise<Func<Tensor, Tensor, Tensor, Tensor>>
{
    private const double Near = 1e-5;

    public override string Title => "a layer for a whole batch";

    public override IReadOnlyList<string> Hints =>
    [
        "One matrix product and one sum. Write the shapes down: (N, in) times what gives (N, out)?",
        "W is (out, in), so its transpose `W.t()` is (in, out). The bias (out) broadcasts over the rows.",
        "`return x.matmul(W.t()) + b;`",
    ];

    protected override void Examine(Func<Tensor, Tensor, Tensor, Tensor> linear, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var (rows, inputs, outputs) in (ReadOnlySpan<(int, int, int)>)[(1, 3, 2), (5, 4, 4), (64, 784, 10)])
        {
            var (x, w, b) = (Numbers(rows, inputs), Numbers(outputs, inputs), Numbers(outputs));
            exam.Compare(
                $"x ({rows}, {inputs}), W ({outputs}, {inputs}), b ({outputs})",
                () => linear(x, w, b),
                RowByRow(x, w, b),
                new Tolerance(Near, Near),
                Slips(x, w, b));
        }

        var (many, weights, bias) = (Numbers(2, 3, 4), Numbers(5, 4), Numbers(5));
        exam.Compare(
            "a batch of batches: x (2, 3, 4), W (5, 4), b (5)",
            () => linear(many, weights, bias),
            stack(new[] { RowByRow(many[0], weights, bias), RowByRow(many[1], weights, bias) }),
            new Tolerance(Near, Near));
    }

    // Notebook 04's loops: one image, one neuron, one product at a time.
    private static Tensor RowByRow(Tensor x, Tensor w, Tensor b)
    {
        var (rows, inputs, outputs) = (x.shape[0], x.shape[1], w.shape[0]);
        var (xs, ws, bs) = (x.data<float>().ToArray(), w.data<float>().ToArray(), b.data<float>().ToArray());
        var result = new float[rows * outputs];
        for (var n = 0; n < rows; n++)
        {
            for (var j = 0; j < outputs; j++)
            {
                double sum = bs[j];
                for (var i = 0; i < inputs; i++)
                {
                    sum += (double)xs[(n * inputs) + i] * ws[(j * inputs) + i];
                }

                result[(n * outputs) + j] = (float)sum;
            }
        }

        return tensor(result).reshape(rows, outputs);
    }

    private static Suspect[] Slips(Tensor x, Tensor w, Tensor b)
    {
        var product = x.matmul(w.t());
        Suspect[] slips = [new(product, "The bias is missing."), new(product - b, "The bias is subtracted: add it."), new(product * b, "The bias is multiplied: add it.")];
        return w.shape[0] == w.shape[1]
            ? [.. slips, new(x.matmul(w) + b, "That is x·W; a row of W leads *into* one neuron, so the product needs W's transpose.")]
            : slips;
    }

    // Between −1 and 1, without touching the notebook's random numbers.
    private static Tensor Numbers(params long[] shape) =>
        arange(shape.Aggregate(1L, (p, size) => p * size), ScalarType.Float32).mul(0.7).sin().reshape(shape);
}
