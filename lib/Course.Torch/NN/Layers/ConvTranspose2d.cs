using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Transposed convolution of (N, C, H, W): every pixel lays down the kernel, steps apart by the stride.</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long inChannels, long outChannels, long[] kernel, long[] stride, long[] padding, long[] outputPadding, long[] dilation,
            PaddingModes mode, long groups, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose2d), inChannels, outChannels, kernel, stride, padding, outputPadding, dilation, groups, bias, mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size) =>
            nn.functional.conv_transpose2d(input, weight, bias, stride, padding, PaddingFor(input, output_size), dilation, groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding], [output_padding, output_padding], [dilation, dilation], padding_mode, groups, bias, device, dtype);

            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, List(kernel_size, 1), List(stride, 1), List(padding, 0), List(output_padding, 0), List(dilation, 1), padding_mode, groups, bias, device, dtype);
        }
    }
}
