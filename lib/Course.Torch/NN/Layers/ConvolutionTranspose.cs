using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions have in common: weights (C, O / groups, k…), and how much of the last step the result keeps.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long inChannels, long outChannels, long[] kernel, long[] stride, long[] padding, long[] outputPadding, long[] dilation,
        long groups, bool bias, PaddingModes mode, Device? device, ScalarType? dtype)
        : base(name, inChannels, outChannels, kernel, stride, padding, null, dilation, groups, bias, mode, device, dtype, transposed: true)
    {
        if (mode != PaddingModes.Zeros)
        {
            throw new ArgumentException($"{name}: padding mode {mode}; a transposed convolution has only zeros beyond its edge");
        }

        output_padding = outputPadding;
    }

    /// <summary>Added to one side of the result, below the stride: several sizes shrink to the same one.</summary>
    public long[] output_padding { get; set; }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="input">(N, C, …) or (C, …).</param>
    /// <param name="output_size">The last sizes of the result, which choose the output padding; null: as made.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    internal override string Settings() => base.Settings() + (output_padding.Any(size => size != 0) ? $", output_padding={SettingText(output_padding)}" : string.Empty);

    private protected long[] PaddingFor(Tensor input, long[]? output_size)
    {
        CheckInput(input);
        if (output_size is null)
        {
            return output_padding;
        }

        var (spatial, sizes) = (kernel_size.Length, output_size[^Math.Min(output_size.Length, kernel_size.Length)..]);
        var least = Enumerable.Range(0, spatial).Select(d =>
            ((input.shape[^(spatial - d)] - 1) * stride[d]) - (2 * (padding?[d] ?? 0)) + (dilation[d] * (kernel_size[d] - 1)) + 1).ToArray();
        var rest = sizes.Zip(least, (wanted, size) => wanted - size).ToArray();
        return rest.Length == spatial && rest.Zip(stride).All(pair => pair.First >= 0 && pair.First < pair.Second) ? rest : throw new ArgumentException(
            $"{GetName()}: output_size {Layout.Text(output_size)}; from {input.ShapeText} it can be {Layout.Text(least)} and up to {Layout.Text(stride)} − 1 more");
    }
}
