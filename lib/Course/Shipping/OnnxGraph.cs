using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A network as ONNX knows it: operations on named values. Other languages' programs run such a file.</summary>
/// <remarks>Written without a library: the format is Protocol Buffers, see <see cref="ProtoWriter"/>. Operators: onnx.ai/onnx/operators, set 20.</remarks>
public sealed partial class OnnxGraph
{
    private const int FileVersion = 9;
    private const int Operators = 20;

    private readonly string _name;
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxWeight> _weights = [];
    private readonly List<(string Name, ScalarType Type, long[] Shape)> _inputs = [];
    private readonly List<(string Name, ScalarType Type, long[] Shape)> _outputs = [];
    private readonly Dictionary<string, string> _about = [];

    /// <summary>An empty graph.</summary>
    /// <param name="name">For people.</param>
    public OnnxGraph(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
    }

    internal IReadOnlyList<OnnxNode> Nodes => _nodes;

    internal IReadOnlyList<OnnxWeight> Weights => _weights;

    internal IReadOnlyList<string> Inputs => [.. _inputs.Select(input => input.Name)];

    internal long[] InputShape => _inputs[0].Shape;

    internal long[] OutputShape => _outputs[0].Shape;

    internal IReadOnlyList<string> Outputs => [.. _outputs.Select(output => output.Name)];

    /// <summary>A network of layers with its contract: one input `x` (N, …), one output `logits` (N, labels), for any N. Dropout is left out.</summary>
    /// <exception cref="NotSupportedException">A layer that has no counterpart here.</exception>
    public static OnnxGraph Of(Sequential net, ModelContract contract)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(contract);
        var graph = new OnnxGraph(contract.Name);
        var x = graph.Input("x", ScalarType.Float32, [-1, .. contract.Input]);
        graph.Output("logits", graph.Layer(x, net), ScalarType.Float32, -1, contract.Labels.Length);
        graph._about["labels"] = string.Join(',', contract.Labels);
        graph._about["mean"] = contract.Mean.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        graph._about["deviation"] = contract.Deviation.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return graph;
    }

    /// <summary>A value that comes from outside.</summary>
    /// <param name="name">What a caller names it by.</param>
    /// <param name="type">Float32 for pictures, Int64 for tokens.</param>
    /// <param name="shape">−1 for a size that is free, such as that of the batch.</param>
    /// <returns>The name, for the operations that take it.</returns>
    public string Input(string name, ScalarType type, params long[] shape)
    {
        _inputs.Add((name, type, shape));
        return name;
    }

    /// <summary>Numbers that belong to the network.</summary>
    /// <returns>The name that they got.</returns>
    public string Weight(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var weight = OnnxWeight.Of($"w{_weights.Count}", values);
        _weights.Add(weight);
        return weight.Name;
    }

    /// <summary>An operation with one result.</summary>
    /// <param name="operation">As ONNX calls it: <c>Relu</c>, <c>MatMul</c>.</param>
    /// <param name="inputs">Names of values, in the order that ONNX wants.</param>
    /// <param name="settings">Attributes: whole numbers, floats, texts, <c>long[]</c>.</param>
    /// <returns>The name of the result.</returns>
    public string Node(string operation, string[] inputs, params (string Name, object Value)[] settings) =>
        Results(operation, inputs, 1, settings)[0];

    /// <summary>Equal parts along the last axis, as <c>chunk</c> gives them.</summary>
    public string[] Split(string x, int parts) => Results("Split", [x], parts, ("axis", -1), ("num_outputs", parts));

    /// <summary>Another shape; −1 is what is left over, 0 the size that it had.</summary>
    public string Reshape(string x, params long[] shape) => Node("Reshape", [x, Weight(tensor(shape))]);

    /// <summary>A value that the caller gets.</summary>
    /// <param name="name">What the caller asks for.</param>
    /// <param name="value">The name of the value in the graph.</param>
    /// <param name="type">Its type.</param>
    /// <param name="shape">−1 for a size that is free.</param>
    public void Output(string name, string value, ScalarType type, params long[] shape)
    {
        _nodes.Add(new("Identity", [value], [name], []));
        _outputs.Add((name, type, shape));
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        var model = new ProtoWriter();
        model.Number(1, FileVersion).Text(2, "Course").Message(7, Write).Message(8, set => set.Number(2, Operators));
        foreach (var (key, value) in _about)
        {
            model.Message(14, entry => entry.Text(1, key).Text(2, value));
        }

        return model.ToBytes();
    }

    /// <summary>Writes the file; whole, or not at all.</summary>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var content = ToBytes();
        AtomicFile.Write(path, file => file.Write(content));
    }

    /// <summary>Says of how many operations and weights it is made.</summary>
    public override string ToString() => $"{_name}: {string.Join(" → ", _nodes.Select(node => node.Operation))}";

    private string[] Results(string operation, string[] inputs, int results, params (string Name, object Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        string[] outputs = [.. Enumerable.Range(0, results).Select(i => results == 1 ? $"v{_nodes.Count}" : $"v{_nodes.Count}_{i}")];
        _nodes.Add(new(operation, inputs, outputs, settings));
        return outputs;
    }

    private void Write(ProtoWriter graph)
    {
        _nodes.ForEach(node => graph.Message(1, node.Write));
        graph.Text(2, _name);
        _weights.ForEach(weight => graph.Message(5, weight.Write));
        _inputs.ForEach(input => graph.Message(11, info => Write(info, input.Name, input.Type, input.Shape)));
        _outputs.ForEach(output => graph.Message(12, info => Write(info, output.Name, output.Type, output.Shape)));
    }

    private static void Write(ProtoWriter info, string name, ScalarType type, long[] shape) => info.Text(1, name).Message(2, kind => kind.Message(1, tensor =>
    {
        tensor.Number(1, OnnxWeight.Kind(type)).Message(2, sizes =>
        {
            for (var axis = 0; axis < shape.Length; axis++)
            {
                var (size, free) = (shape[axis], axis == 0 ? "N" : $"{name}_{axis}");
                sizes.Message(1, dimension => _ = size < 0 ? dimension.Text(2, free) : dimension.Number(1, size));
            }
        });
    }));
}
