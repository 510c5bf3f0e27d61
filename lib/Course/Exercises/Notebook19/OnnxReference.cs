using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Course;

/// <summary>A graph of the few operations that an MLP needs, computed here: what the exercise compares without another program.</summary>
internal static class OnnxReference
{
    private const string Known = "Gemm, MatMul, Add, Relu, Tanh, Sigmoid, Flatten, Transpose, Identity";

    /// <returns>The value of the one output.</returns>
    /// <exception cref="InvalidOperationException">An operation that is not known here, or a value that nothing gives.</exception>
    public static Tensor Run(OnnxGraph graph, Tensor x)
    {
        using var quiet = no_grad();
        var values = graph.Weights.ToDictionary(weight => weight.Name, Numbers);
        values[graph.Inputs[0]] = x;
        foreach (var node in graph.Nodes)
        {
            values[node.Outputs[0]] = Apply(node, [.. node.Inputs.Select(name => Find(values, name, node))]);
        }

        return values[graph.Outputs[0]];
    }

    private static Tensor Find(Dictionary<string, Tensor> values, string name, OnnxNode node) => values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidOperationException($"{node.Operation} takes a value \"{name}\", and nothing before it gives one; use the names that Input, Weight and Node return");

    private static Tensor Numbers(OnnxWeight weight) => weight.Type == ScalarType.Int64
        ? tensor(MemoryMarshal.Cast<byte, long>(weight.Content).ToArray(), weight.Shape)
        : tensor(MemoryMarshal.Cast<byte, float>(weight.Content).ToArray(), weight.Shape);

    private static Tensor Apply(OnnxNode node, Tensor[] x) => (node.Operation, x) switch
    {
        ("Gemm", [var a, var b]) => Turned(node, "transA", a).matmul(Turned(node, "transB", b)),
        ("Gemm", [var a, var b, var c]) => Turned(node, "transA", a).matmul(Turned(node, "transB", b)) + c,
        ("MatMul", [var a, var b]) => a.matmul(b),
        ("Add", [var a, var b]) => a + b,
        ("Relu", [var a]) => a.relu(),
        ("Tanh", [var a]) => a.tanh(),
        ("Sigmoid", [var a]) => a.sigmoid(),
        ("Flatten", [var a]) => a.flatten(1),
        ("Transpose", [var a]) => a.t(),
        ("Identity", [var a]) => a,
        _ => throw new InvalidOperationException($"{node.Operation} with {x.Length} inputs is not known to this check; it knows {Known}"),
    };

    private static Tensor Turned(OnnxNode node, string setting, Tensor value) =>
        Array.Find(node.Settings, one => one.Name == setting).Value switch
        {
            null or 0 or 0L => value,
            1 or 1L => value.t(),
            var other => throw new InvalidOperationException($"{node.Operation} has {setting} = {other}; ONNX knows 0 and 1"),
        };
}
