using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Transposed convolution of (N, C, H, W), or (C, H, W), by weights (C, O / groups, kh, kw).</summary>
            /// <returns>(N, O, (H − 1) stride − 2 padding + dilation (kh − 1) + output_padding + 1, …).</returns>
            /// <exception cref="System.Runtime.InteropServices.ExternalException">Channels or sizes do not fit; the message shows both shapes.</exception>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                if (input.Rank == 3)
                {
                    return conv_transpose2d(input.unsqueeze(0), weight, bias, strides, padding, output_padding, dilation, groups).squeeze(0);
                }

                CheckTransposed(input, weight, bias, groups);
                var (step, edge, extra, spread) = (Pair(strides, 1), Pair(padding, 0), Pair(output_padding, 0), Pair(dilation, 1));
                var height = Enlarged(input.Shape[2], weight.Shape[2], step.First, edge.First, extra.First, spread.First);
                var width = Enlarged(input.Shape[3], weight.Shape[3], step.Second, edge.Second, extra.Second, spread.Second);
                var geometry = new WindowGeometry(
                    (int)height, (int)width, (int)weight.Shape[2], (int)weight.Shape[3], (int)step.First, (int)step.Second,
                    (int)edge.First, (int)edge.Second, (int)spread.First, (int)spread.Second, (int)input.Shape[2], (int)input.Shape[3]);
                var y = Fused.TransposedConvolution(input, weight, [input.Shape[0], weight.Shape[1] * groups, height, width], geometry, (int)groups);
                return bias is null ? y : y + bias.reshape(1, -1, 1, 1);
            }

            /// <summary>Transposed convolution of (N, C, L) by weights (C, O / groups, k).</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1)
            {
                Tensor.CheckRank("conv_transpose1d", weight, 3);
                return conv_transpose2d(
                    input.unsqueeze(-2), weight.unsqueeze(2), bias, [1, stride ?? 1], [0, padding ?? 0], [0, output_padding ?? 0], [1, dilation ?? 1], groups).squeeze(-2);
            }

            private static long Enlarged(long size, long kernel, long stride, long padding, long extra, long dilation)
            {
                var result = ((size - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + extra + 1;
                return stride >= 1 && dilation >= 1 && padding >= 0 && extra >= 0 && extra < Math.Max(stride, dilation) && size >= 1 && result >= 1 ? result : throw new TorchError(
                    $"conv_transpose: size {size}, kernel {kernel}, stride {stride}, padding {padding}, output padding {extra}, dilation {dilation}: stride and dilation must be positive, output padding below the larger of them, and something must be left");
            }

            private static void CheckTransposed(Tensor input, Tensor weight, Tensor? bias, long groups)
            {
                if (input.Rank != 4 || weight.Rank != 4 || groups < 1 || input.Shape[1] != weight.Shape[0] || weight.Shape[0] % groups != 0)
                {
                    throw new TorchError(
                        $"conv_transpose2d: input {input.ShapeText} for weights {weight.ShapeText} in {groups} group(s): the input must be (N, C, H, W) with C = {(weight.Rank == 4 ? weight.Shape[0] : -1)}");
                }

                if (input.dtype != weight.dtype || !input.is_floating_point())
                {
                    throw new TorchError($"conv_transpose2d: input is {input.dtype}, weights are {weight.dtype}; convert the input: x.to({weight.dtype})");
                }

                if (bias is not null && (bias.dtype != weight.dtype || bias.Rank != 1 || bias.Shape[0] != weight.Shape[1] * groups))
                {
                    throw new TorchError($"conv_transpose2d: bias {bias.dtype} {bias.ShapeText}; wanted {weight.dtype} ({weight.Shape[1] * groups},)");
                }
            }
        }
    }
}
