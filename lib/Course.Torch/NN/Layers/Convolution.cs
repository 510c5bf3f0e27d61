using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common: weights (O, C / groups, k…), bias (O) and geometry.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    private protected Convolution(
        string name, long inChannels, long outChannels, long[] kernel, long[] stride, long[]? padding, Padding? paddingType, long[] dilation,
        long groups, bool bias, PaddingModes mode, Device? device, ScalarType? dtype, bool transposed = false)
        : base(name)
    {
        if (groups <= 0 || inChannels % groups != 0 || outChannels % groups != 0)
        {
            throw new ArgumentException($"{name}: {inChannels} in and {outChannels} out channels do not divide into {groups} groups");
        }

        if (kernel.Any(size => size < 1))
        {
            throw new TorchError($"{name}: kernel {Layout.Text(kernel)}; each size must be at least 1");
        }

        if (paddingType == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException($"{name}: padding Same keeps the size, stride {Layout.Text(stride)} does not; give stride 1, or the padding in numbers");
        }

        (in_channels, out_channels, kernel_size, this.stride, this.padding) = (inChannels, outChannels, kernel, stride, padding);
        (padding_type, this.dilation, this.groups, padding_mode) = (paddingType, dilation, groups, mode);
        _weight = new Parameter(transposed
            ? empty([inChannels, outChannels / groups, .. kernel], dtype, device)
            : empty([outChannels, inChannels / groups, .. kernel], dtype, device));
        _bias = bias ? new Parameter(empty([outChannels], dtype, device)) : null;
        ConditionallyRegisterParameter("weight", _weight);
        ConditionallyRegisterParameter("bias", _bias);
        reset_parameters();
    }

    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter("weight", _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter("bias", _bias = value);
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[]? padding { get; private set; }

    public Padding? padding_type { get; private set; }

    public long[] dilation { get; set; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    /// <summary>Uniform in ±1/√(inputs per output), weights then bias.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is not null)
        {
            var bound = 1 / Math.Sqrt(nn.init.CalculateFanInAndFanOut(_weight).fanIn);
            nn.init.uniform_(_bias, -bound, bound);
        }
    }

    public void SetPadding(long[] padding) => (this.padding, padding_type) = (padding, null);

    public void SetPadding(Padding padding) => (this.padding, padding_type) = (null, padding);

    internal override string Settings()
    {
        var text = $"{in_channels}, {out_channels}, kernel_size={SettingText(kernel_size)}, stride={SettingText(stride)}";
        text += padding_type is { } kind ? $", padding={Lower(kind)}" : padding?.Any(size => size != 0) == true ? $", padding={SettingText(padding)}" : string.Empty;
        text += dilation.Any(step => step != 1) ? $", dilation={SettingText(dilation)}" : string.Empty;
        text += groups != 1 ? $", groups={groups}" : string.Empty;
        text += _bias is null ? ", bias=False" : string.Empty;
        return padding_mode == PaddingModes.Zeros ? text : $"{text}, padding_mode={Lower(padding_mode)}";
    }

    /// <summary>The input with its edge of another kind than zeros, and the padding that is left to do.</summary>
    private protected (Tensor Input, long[]? Padding) Framed(Tensor input)
    {
        CheckInput(input);
        if (padding_mode == PaddingModes.Zeros || padding is null)
        {
            return (input, padding);
        }

        var edges = Enumerable.Reverse(padding).SelectMany(size => new[] { size, size }).ToArray();
        return (nn.functional.pad(input, edges, padding_mode), null);
    }

    private protected void CheckInput(Tensor input)
    {
        var spatial = kernel_size.Length;
        if ((input.ndim != spatial + 1 && input.ndim != spatial + 2) || input.shape[^(spatial + 1)] != in_channels)
        {
            throw new ArgumentException($"{GetName()}: input {input.ShapeText}; give (batch, {in_channels} channels, {spatial} sizes), or the same without the batch");
        }
    }

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
