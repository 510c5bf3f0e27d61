using static TorchSharp.torch;

namespace Course;

/// <summary>One neuron in place of a layer of equal ones.</summary>
internal sealed class Exercise07_1 : Exercise<Func<Tensor, Tensor, Tensor, (Tensor W1, Tensor B1, Tensor W2)>>
{
    private const double Near = 1e-5;

    public override string Title => "a hundred neurons are one";

    public override IReadOnlyList<string> Hints =>
    [
        "All rows of `W1` are alike, and so are all numbers of `b1`: one of each will do. What the next layer received m times, it now receives once.",
        "An output is Σ W2[k, j] · aⱼ, and all aⱼ are the same number a: that is (Σ W2[k, j]) · a. So each row of `W2` shrinks to its sum.",
        "`return (W1[..1], b1[..1], W2.sum(1, keepdim: true));`: a range keeps its axis, and so does `keepdim`.",
    ];

    protected override void Examine(Func<Tensor, Tensor, Tensor, (Tensor W1, Tensor B1, Tensor W2)> merge, Exam exam)
    {
        using var scope = NewDisposeScope();
        foreach (var (inputs, twins, outputs) in (ReadOnlySpan<(int, int, int)>)[(3, 2, 1), (2, 1, 4), (4, 5, 3), (784, 100, 10)])
        {
            var (w1, b1, w2) = Layer(inputs, twins, outputs);
            Tensor[] copies = [w1.clone(), b1.clone(), w2.clone()];
            var name = $"{twins} equal neurons between {inputs} inputs and {outputs} outputs";
            var came = new Lazy<(Tensor W1, Tensor B1, Tensor W2)>(() => merge(w1, b1, w2));
            exam.Relative($"{name}: W1", () => came.Value.W1, copies[0].narrow(0, 0, 1), Near, new Suspect(copies[0].sum(0L, keepdim: true), "Merged is not added up: the one neuron has the weights that each of them had."));
            exam.Relative($"{name}: b1", () => came.Value.B1, copies[1].narrow(0, 0, 1), Near, new Suspect(copies[1].sum(0L, keepdim: true), "The one neuron has the bias that each of them had, not all of them together."));
            exam.Relative($"{name}: W2", () => came.Value.W2, copies[2].sum(1, keepdim: true), Near, Slips(copies[2]));
            exam.Equal($"{name}: what was handed in, afterwards", () => Flat(w1, b1, w2), Flat(copies[0], copies[1], copies[2]));
        }
    }

    // The columns of W2 differ: nothing in the question makes them alike, and a sum has to be told from a multiple.
    private static (Tensor W1, Tensor B1, Tensor W2) Layer(int inputs, int twins, int outputs)
    {
        var row = linspace(-1, 2, inputs).reshape(1, inputs);
        var w2 = arange(1, (twins * outputs) + 1, ScalarType.Float32).sqrt().reshape(outputs, twins);
        return (row.expand(twins, inputs).clone(), full(twins, 0.25f), w2);
    }

    private static float[] Flat(params Tensor[] tensors) => [.. tensors.SelectMany(t => t.data<float>().ToArray())];

    private static Suspect[] Slips(Tensor w2) =>
    [
        new(w2.mean([1], keepdim: true), "The sum, not the mean: the outputs received every one of the equal signals."),
        new(w2.narrow(1, 0, 1), "One column is not enough: the outputs received every one of the equal signals, each through its own weight."),
        new(w2.narrow(1, 0, 1) * w2.shape[1], "The columns of W2 may differ: add them up."),
        new(w2.sum(1), "The axis is gone: `keepdim: true` keeps W2 a table with one column."),
        new(w2.sum(0L, keepdim: true), "Added over the outputs. The neurons of the hidden layer stand along axis 1 of W2."),
    ];
}
