using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>The layers that a model file can hold: how each is written as text, and made again from it.</summary>
internal static class LayerCatalog
{
    private static readonly Kind[] Kinds =
    [
        Of<Linear>(
            l => [("in", l.in_features), ("out", l.out_features), ("bias", l.bias is not null)],
            s => nn.Linear(s.Size("in"), s.Size("out"), s.Flag("bias"))),
        Of<Conv2d>(Settings, Convolution),
        Of<BatchNorm2d>(
            l => [("features", l.num_features), ("eps", l.eps), ("momentum", l.momentum ?? 0.1), ("affine", l.affine), ("track", l.track_running_stats)],
            s => nn.BatchNorm2d(s.Size("features"), s.Number("eps"), s.Number("momentum"), s.Flag("affine"), s.Flag("track"))),
        Of<LayerNorm>(
            l => [("shape", l.normalized_shape), ("eps", l.eps), ("affine", l.elementwise_affine), ("bias", l.bias is not null)],
            s => nn.LayerNorm(s.Sizes("shape"), s.Number("eps"), s.Flag("affine"), s.Flag("bias"))),
        Of<MaxPool2d>(
            l => [.. Window(l.kernel_size, l.stride, l.padding), ("dilation", Pair(l.dilation, 1)), ("ceil", l.ceil_mode)],
            s => nn.MaxPool2d(s.Pair("kernel"), s.Pair("stride"), s.Pair("padding"), s.Pair("dilation"), s.Flag("ceil"))),
        Of<AvgPool2d>(
            l => [.. Window(l.kernel_size, l.stride, l.padding), ("ceil", l.ceil_mode), ("pad", l.count_include_pad), ("divisor", l.divisor_override)],
            s => nn.AvgPool2d(s.Pair("kernel"), s.Pair("stride"), s.Pair("padding"), s.Flag("ceil"), s.Flag("pad"), s.Has("divisor") ? s.Size("divisor") : null)),
        Of<Flatten>(l => [("start", l.start_dim), ("end", l.end_dim)], s => nn.Flatten(s.Size("start"), s.Size("end"))),
        Of<Dropout>(l => [("p", l.p)], s => nn.Dropout(s.Number("p"))),
        Of<GELU>(l => [("approximate", l.approximate)], s => nn.GELU(Enum.Parse<GELU.Approximate>(s.Word("approximate")))),
        Of<ReLU>(_ => [], _ => nn.ReLU()),
        Of<Tanh>(_ => [], _ => nn.Tanh()),
        Of<Sigmoid>(_ => [], _ => nn.Sigmoid()),
    ];

    /// <summary>What can be written, for messages.</summary>
    public static string Known => string.Join(", ", Kinds.Select(kind => kind.Name));

    /// <summary>The steps of a network with their names, in the order in which they run.</summary>
    /// <exception cref="NotSupportedException">One step has two names, or a name has spaces.</exception>
    public static (string Name, nn.Module Layer)[] Steps(Sequential net)
    {
        var steps = net.named_children().ToArray();
        if (steps.Length != net.Count || !steps.Select((step, i) => ReferenceEquals(step.module, net[i])).All(same => same))
        {
            throw new NotSupportedException("a name of one of its steps is used twice; give each step its own");
        }

        var odd = Array.Find(steps, step => step.name.Length == 0 || step.name.Any(char.IsWhiteSpace));
        return odd.module is null ? steps : throw new NotSupportedException($"a step is called \"{odd.name}\"; names have to be without spaces");
    }

    /// <summary>A line for each layer.</summary>
    /// <exception cref="NotSupportedException">A layer that is not in the catalogue.</exception>
    public static string Describe(Sequential net) => string.Join('\n', Steps(net).Select(step => Find(step.Layer).Describe(step.Name, step.Layer)));

    /// <summary>The network that the lines say, with new weights; no random numbers are used up.</summary>
    /// <exception cref="FormatException">Not such lines, or a layer that is not in the catalogue.</exception>
    public static Sequential Make(string lines)
    {
        using var random = get_rng_state();
        try
        {
            return nn.Sequential(lines.Split('\n').Select(LayerText.Parse).Select(line => (line.Name, Find(line).Make(line))).ToArray());
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static Kind Find(nn.Module layer) => Array.Find(Kinds, kind => kind.Type == layer.GetType())
        ?? throw new NotSupportedException($"it has a layer {layer.GetName()}; a model file holds {Known}");

    private static Kind Find(LayerText line) => Array.Find(Kinds, kind => kind.Name == line.Kind)
        ?? throw new FormatException($"it has a layer {line.Kind}; known are {Known}");

    private static (string, object?)[] Settings(Conv2d l) =>
    [
        ("in", l.in_channels), ("out", l.out_channels), ("kernel", Pair(l.kernel_size, 1)), ("stride", Pair(l.stride, 1)),
        ("padding", l.padding_type is { } kind ? kind : Pair(l.padding, 0)), ("dilation", Pair(l.dilation, 1)),
        ("mode", l.padding_mode), ("groups", l.groups), ("bias", l.bias is not null),
    ];

    private static Conv2d Convolution(LayerText s)
    {
        var mode = Enum.Parse<PaddingModes>(s.Word("mode"));
        return Enum.TryParse<Padding>(s.Word("padding"), out var padding) && Enum.IsDefined(padding) && !s.Word("padding").Contains(',', StringComparison.Ordinal)
            ? nn.Conv2d(s.Size("in"), s.Size("out"), s.Pair("kernel"), padding, s.Pair("stride"), s.Pair("dilation"), mode, s.Size("groups"), s.Flag("bias"))
            : nn.Conv2d(s.Size("in"), s.Size("out"), s.Pair("kernel"), s.Pair("stride"), s.Pair("padding"), s.Pair("dilation"), mode, s.Size("groups"), s.Flag("bias"));
    }

    private static (string, object?)[] Window(long[] kernel, long[]? stride, long[]? padding) =>
        [("kernel", Pair(kernel, 1)), ("stride", Pair(stride ?? kernel, 1)), ("padding", Pair(padding, 0))];

    /// <summary>Height and width; a single number stands for both.</summary>
    public static long[] Pair(long[]? sizes, long missing) => sizes switch
    {
        null or [] => [missing, missing],
        [var both] => [both, both],
        _ => sizes,
    };

    private static Kind Of<T>(Func<T, (string, object?)[]> describe, Func<LayerText, nn.Module<Tensor, Tensor>> make)
        where T : nn.Module =>
        new(typeof(T).Name, typeof(T), (name, layer) => LayerText.Of(name, typeof(T).Name, describe((T)layer)).ToString(), make);

    private sealed record Kind(string Name, Type Type, Func<string, nn.Module, string> Describe, Func<LayerText, nn.Module<Tensor, Tensor>> Make);
}
