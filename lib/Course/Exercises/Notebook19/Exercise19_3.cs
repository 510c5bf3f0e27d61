using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>An MLP as an ONNX graph that gives the network's own logits.</summary>
internal sealed class Exercise19_3 : Exercise<Func<Linear[], OnnxGraph>>
{
    private const double Near = 1e-4;

    public override string Title => "an MLP in ONNX";

    public override IReadOnlyList<string> Hints =>
    [
        "Go through the layers with one variable that holds the name of the value so far. It begins as the input's name; each operation takes it and gives a new one. Between two layers there is a ReLU, behind the last there is none.",
        "A layer is `Gemm`, a product plus a bias, in this order: value, weight, bias. ONNX multiplies with the weight as it stands, (in, out), and ours is (out, in): the setting `(\"transB\", 1)` turns it round.",
        "`value = graph.Node(\"Gemm\", [value, graph.Weight(layer.weight), graph.Weight(layer.bias)], (\"transB\", 1));`, before it, for every layer but the first, `value = graph.Node(\"Relu\", [value]);`. In the end `graph.Output(\"logits\", value, ScalarType.Float32, -1, layers[^1].out_features);`.",
    ];

    protected override void Examine(Func<Linear[], OnnxGraph> export, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            foreach (long[] sizes in (long[][])[[3, 2], [4, 4], [5, 8, 3], [6, 6, 6], [2, 7, 7, 5, 3]])
            {
                manual_seed(sizes.Length);
                Try(exam, export, sizes);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Try(Exam exam, Func<Linear[], OnnxGraph> export, long[] sizes)
    {
        var name = string.Join('-', sizes);
        Linear[] layers = [.. sizes.Zip(sizes[1..], (wide, narrow) => nn.Linear(wide, narrow))];
        var x = randn(7, sizes[0]);
        OnnxGraph? graph = null;
        exam.That(
            $"{name}: input and output",
            () => graph = export(layers),
            _ => graph is { Inputs: ["x"], Outputs: ["logits"] },
            "one input x and one output logits",
            _ => graph is null ? "Return the graph." : "`graph.Input(\"x\", …)` once, before the layers, and `graph.Output(\"logits\", …)` once, behind them.");
        exam.Equal($"{name}: shape of x, −1 where it is free", () => graph!.InputShape, new long[] { -1, sizes[0] }, new Suspect(new long[] { sizes[0], -1 }, "Rows come first, and how many there are is free: (−1, in)."));
        exam.Equal($"{name}: shape of the logits", () => graph!.OutputShape, new long[] { -1, sizes[^1] }, new Suspect(new long[] { sizes[^1], -1 }, "Rows come first, and how many there are is free: (−1, out)."));
        exam.Absolute($"{name}: logits of 7 rows", () => OnnxReference.Run(graph!, x), Run(layers, x), Near, Slips(layers, x));
    }

    private static Tensor Run(Linear[] layers, Tensor x, Func<Linear, Tensor, Tensor>? one = null, bool bend = true, bool first = false, bool last = false)
    {
        using var quiet = no_grad();
        one ??= (layer, value) => layer.call(value);
        var value = first ? x.relu() : x;
        for (var i = 0; i < layers.Length; i++)
        {
            value = one(layers[i], value);
            value = (i < layers.Length - 1 ? bend : last) ? value.relu() : value;
        }

        return value;
    }

    private static Suspect[] Slips(Linear[] layers, Tensor x) =>
    [
        new(Run(layers, x, last: true), "A ReLU stands behind the last layer: logits may be negative."),
        new(Run(layers, x, first: true), "A ReLU stands before the first layer: only between two."),
        new(Run(layers, x, bend: false), "The ReLU between the layers is missing."),
        new(Run(layers, x, (layer, value) => value.matmul(layer.weight.t())), "The biases are missing: they are the third input of Gemm."),
        .. Array.TrueForAll(layers, layer => layer.in_features == layer.out_features)
            ? [new Suspect(Run(layers, x, (layer, value) => value.matmul(layer.weight) + layer.bias!), "The weights are not turned round: ours are (out, in), so say `(\"transB\", 1)`. In a square layer no shape gives that away.")]
            : Array.Empty<Suspect>(),
    ];
}
