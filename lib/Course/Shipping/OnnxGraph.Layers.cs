using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

public sealed partial class OnnxGraph
{
    /// <summary>A layer, or a Sequential of layers, as the operations that it does outside training.</summary>
    /// <param name="x">The name of what goes in.</param>
    /// <param name="layer">Such as Linear, Conv2d, LayerNorm, Embedding.</param>
    /// <returns>The name of what comes out.</returns>
    /// <exception cref="NotSupportedException">A layer, or a setting of one, that has no counterpart here.</exception>
    public string Layer(string x, nn.Module layer) => layer switch
    {
        Sequential steps => LayerCatalog.Steps(steps).Aggregate(x, (value, step) => Layer(value, step.Layer)),
        Linear linear => Add(Node("MatMul", [x, Weight(linear.weight.t())]), linear.bias),
        Conv2d convolution => Convolution(x, convolution),
        Embedding table => Node("Gather", [Weight(table.weight!), x]),
        LayerNorm norm => Node("LayerNormalization", Affine(x, norm), ("axis", -norm.normalized_shape.Length), ("epsilon", norm.eps)),
        BatchNorm2d { running_mean: not null, running_var: not null } norm => Node("BatchNormalization", Affine(x, norm), ("epsilon", norm.eps)),
        MaxPool2d { ceil_mode: false } pool => Node(
            "MaxPool", [x], [.. Window(pool.kernel_size, pool.stride, pool.padding), ("dilations", LayerCatalog.Pair(pool.dilation, 1))]),
        AvgPool2d { ceil_mode: false, divisor_override: null } pool => Node(
            "AveragePool", [x], [.. Window(pool.kernel_size, pool.stride, pool.padding), ("count_include_pad", pool.count_include_pad ? 1 : 0)]),
        Flatten { start_dim: 1, end_dim: -1 } => Node("Flatten", [x], ("axis", 1)),
        GELU gelu => Node("Gelu", [x], ("approximate", gelu.approximate == GELU.Approximate.tanh ? "tanh" : "none")),
        ReLU => Node("Relu", [x]),
        Tanh => Node("Tanh", [x]),
        Sigmoid => Node("Sigmoid", [x]),
        Dropout => x,
        _ => throw new NotSupportedException($"OnnxGraph: {layer.GetName()}{(IsKnown(layer) ? " with these settings" : "")} has no counterpart here; write it with Node, or leave it out of the network"),
    };

    private static bool IsKnown(nn.Module layer) => layer is BatchNorm2d or MaxPool2d or AvgPool2d or Flatten;

    private string Add(string x, Tensor? bias) => bias is null ? x : Node("Add", [x, Weight(bias)]);

    private string Convolution(string x, Conv2d layer) => layer.padding_mode != PaddingModes.Zeros
        ? throw new NotSupportedException($"OnnxGraph: Conv2d with padding mode {layer.padding_mode}; only Zeros is written")
        : Node(
            "Conv",
            [x, Weight(layer.weight), .. layer.bias is null ? [] : new[] { Weight(layer.bias) }],
            ("kernel_shape", LayerCatalog.Pair(layer.kernel_size, 1)),
            ("strides", LayerCatalog.Pair(layer.stride, 1)),
            ("dilations", LayerCatalog.Pair(layer.dilation, 1)),
            ("group", layer.groups),
            ("pads", Rims(layer)));

    // Top, left, bottom, right. Padding.Same adds what the kernel takes away, an odd one at the end.
    private static long[] Rims(Conv2d layer)
    {
        if (layer.padding_type is { } kind)
        {
            var (k, d) = (LayerCatalog.Pair(layer.kernel_size, 1), LayerCatalog.Pair(layer.dilation, 1));
            var (high, wide) = kind == Padding.Same ? (d[0] * (k[0] - 1), d[1] * (k[1] - 1)) : (0L, 0L);
            return [high / 2, wide / 2, high - (high / 2), wide - (wide / 2)];
        }

        return Rims(layer.padding);
    }

    private static long[] Rims(long[]? padding)
    {
        var both = LayerCatalog.Pair(padding, 0);
        return [.. both, .. both];
    }

    private static (string, object)[] Window(long[] kernel, long[]? stride, long[]? padding) =>
        [("kernel_shape", LayerCatalog.Pair(kernel, 1)), ("strides", LayerCatalog.Pair(stride ?? kernel, 1)), ("pads", Rims(padding))];

    private string[] Affine(string x, LayerNorm norm) =>
        [x, Weight(norm.weight ?? ones(norm.normalized_shape)), Weight(norm.bias ?? zeros(norm.normalized_shape))];

    private string[] Affine(string x, BatchNorm2d norm) =>
    [
        x, Weight(norm.weight ?? ones(norm.num_features)), Weight(norm.bias ?? zeros(norm.num_features)),
        Weight(norm.running_mean!), Weight(norm.running_var!),
    ];
}
