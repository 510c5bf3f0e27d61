using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common: weights (O, C / groups, k…), bias (O) and geometry.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    private protected Convolution(
        string name, long inChannels, long outChannels, long[] kernel, long[] stride, long[]? padding, Padding? paddingType, long[] dilation,
        long groups, bool bias, PaddingModes mode, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (groups <= 0 || inChannels % groups != 0 || outChannels % groups != 0)
        {
            throw new ArgumentException($"{name}: {inChannels} in and {outChannels} out channels do not divide into {groups} groups");
        }

        (in_channels, out_channels, kernel_size, this.stride, this.padding) = (inChannels, outChannels, kernel, stride, padding);
        (padding_type, this.dilation, this.groups, padding_mode) = (paddingType, dilation, groups, mode);
        _weight = new Parameter(empty([outChannels, inChannels / groups, .. kernel], dtype, device));
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

    /// <summary>The input with its edge of another kind than zeros, and the padding that is left to do.</summary>
    private protected (Tensor Input, long[]? Padding) Framed(Tensor input)
    {
        if (padding_mode == PaddingModes.Zeros || padding is null)
        {
            return (input, padding);
        }

        var edges = Enumerable.Reverse(padding).SelectMany(size => new[] { size, size }).ToArray();
        return (nn.functional.pad(input, edges, padding_mode), null);
    }
}
