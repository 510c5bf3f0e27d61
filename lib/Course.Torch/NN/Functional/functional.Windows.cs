using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolution of (N, C, H, W), or (C, H, W), by weights (O, C / groups, kh, kw).</summary>
            /// <exception cref="System.Runtime.InteropServices.ExternalException">Channels or sizes do not fit; the message shows both shapes.</exception>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                if (input.Rank == 3)
                {
                    return conv2d(input.unsqueeze(0), weight, bias, strides, padding, dilation, groups).squeeze(0);
                }

                CheckConvolution(input, weight, bias, groups);
                var geometry = Windows("conv2d", input, [weight.Shape[2], weight.Shape[3]], strides, padding, dilation, false);
                return Fused.Convolution(input, weight, bias, geometry, (int)groups);
            }

            /// <summary>conv2d with padding by name: none, or so that the size stays.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
            {
                if (padding == Padding.Valid)
                {
                    return conv2d(input, weight, bias, strides, null, dilation, groups);
                }

                Tensor.CheckRank("conv2d weight", weight, 4);
                if (strides?.Any(step => step != 1) == true)
                {
                    throw new ArgumentException($"conv2d: padding Same keeps the size, strides {Layout.Text(strides)} do not; give strides 1, or the padding in numbers");
                }

                // An odd rest goes to the right and below.
                var (down, across) = ((weight.Shape[2] - 1) * Pair(dilation, 1).First, (weight.Shape[3] - 1) * Pair(dilation, 1).Second);
                var padded = pad(input, (across / 2, across - (across / 2), down / 2, down - (down / 2)));
                return conv2d(padded, weight, bias, strides, null, dilation, groups);
            }

            /// <summary>Convolution of (N, C, L) by weights (O, C / groups, k).</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
            {
                Tensor.CheckRank("conv1d", weight, 3);
                return conv2d(input.unsqueeze(-2), weight.unsqueeze(2), bias, [1, stride ?? 1], [0, padding ?? 0], [1, dilation ?? 1], groups).squeeze(-2);
            }

            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                conv2d_padding(input.unsqueeze(-2), weight.unsqueeze(2), bias, [1, stride ?? 1], padding, [1, dilation ?? 1], groups).squeeze(-2);

            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                max_pool2d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode).output;

            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>Largest of each window of (N, C, H, W), and its place in the plane (int64).</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                if (input.Rank == 3)
                {
                    var (one, at) = max_pool2d_with_indices(input.unsqueeze(0), kernel_size, strides, padding, dilation, ceil_mode);
                    return (one.squeeze(0), at.squeeze(0));
                }

                CheckPooled("max_pool2d", input);
                CheckPadding("max_pool2d", kernel_size, padding);
                var geometry = Windows("max_pool2d", input, kernel_size, strides ?? kernel_size, padding, dilation, ceil_mode);
                return Fused.MaxPool(input, geometry);
            }

            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input.unsqueeze(-2), [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], [1, dilation ?? 1], ceil_mode).squeeze(-2);

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size, kernel_size], Twice(stride), Twice(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>Mean of each window of (N, C, H, W). With ceil_mode a last window may hang over the end.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                if (input.Rank == 3)
                {
                    return avg_pool2d(input.unsqueeze(0), kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override).squeeze(0);
                }

                CheckPooled("avg_pool2d", input);
                CheckPadding("avg_pool2d", kernel_size, padding);
                if (divisor_override == 0)
                {
                    throw new TorchError("avg_pool2d: divisor_override 0; it must not be 0");
                }

                var geometry = Windows("avg_pool2d", input, kernel_size, stride ?? kernel_size, padding, null, ceil_mode);
                var sums = WindowSums(input, geometry);
                if (divisor_override is { } divisor)
                {
                    return sums / divisor;
                }

                // How many pixels a window counts: those of the image, or of the image with its padding.
                var (height, width) = (input.Shape[2], input.Shape[3]);
                var counted = count_include_pad
                    ? pad(ones(1, 1, height, width), (geometry.PadWidth, geometry.PadWidth, geometry.PadHeight, geometry.PadHeight), value: 1)
                    : ones(1, 1, height, width);
                var frame = geometry with
                {
                    Height = (int)counted.Shape[2],
                    Width = (int)counted.Shape[3],
                    PadHeight = count_include_pad ? 0 : geometry.PadHeight,
                    PadWidth = count_include_pad ? 0 : geometry.PadWidth,
                };
                return sums / WindowSums(counted, frame).to_type(sums.dtype);
            }

            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                avg_pool2d(input.unsqueeze(-2), [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], ceil_mode, count_include_pad).squeeze(-2);

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size, output_size]);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means of parts i · size / n to (i + 1) · size / n, rounded outwards.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => input.Rank is not (3 or 4) || output_size.Length != 2 || !input.is_floating_point()
                ? throw new TorchError($"adaptive_avg_pool2d: {input.dtype} input {input.ShapeText} to {Layout.Text(output_size)}; give floating (N, C, H, W) or (C, H, W), and two sizes")
                : MeansOfParts(MeansOfParts(input, input.Rank - 1, output_size[1]), input.Rank - 2, output_size[0]);

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => input.Rank is not (2 or 3) || !input.is_floating_point()
                ? throw new TorchError($"adaptive_avg_pool1d: {input.dtype} input {input.ShapeText}; give floating (N, C, L) or (C, L)")
                : MeansOfParts(input, input.Rank - 1, output_size);

            /// <summary>Sliding windows as columns: (N, C, H, W) → (N, C · kh · kw, windows).</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null)
            {
                var geometry = Windows("unfold", input, [kernel_size.Item1, kernel_size.Item2], Both(stride), Both(padding), Both(dilation), false);
                return Fused.Unfold(input, geometry, "unfold");
            }

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            private static Tensor WindowSums(Tensor input, WindowGeometry g)
            {
                var (n, c) = (input.Shape[0], input.Shape[1]);
                return Fused.Unfold(input, g, "avg_pool2d").reshape(n, c, g.Kernel, g.OutPlane).sum(2L).reshape(n, c, g.OutHeight, g.OutWidth);
            }

            private static Tensor MeansOfParts(Tensor input, int dim, long parts)
            {
                var size = input.Shape[dim];
                if (size == parts)
                {
                    return input.clone();
                }

                if (parts < 0 || (size == 0 && parts > 0))
                {
                    throw new TorchError($"adaptive_avg_pool: {parts} parts of {size}; give 0 or more parts of a dimension that has elements");
                }

                if (parts == 0)
                {
                    return input.narrow(dim, 0, 0);
                }

                return cat(Enumerable.Range(0, (int)parts).Select(i =>
                {
                    var (from, to) = (i * size / parts, (((i + 1) * size) + parts - 1) / parts);
                    return input.narrow(dim, from, to - from).mean([dim], keepdim: true);
                }).ToArray(), dim);
            }

            private static WindowGeometry Windows(string op, Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
            {
                Tensor.CheckRank(op, input, 4);
                var (size, step, edge, spread) = (Pair(kernel, 1), Pair(stride, 1), Pair(padding, 0), Pair(dilation, 1));
                if (Math.Min(size.First, size.Second) < 1 || Math.Min(step.First, step.Second) < 1 || Math.Min(spread.First, spread.Second) < 1 || Math.Min(edge.First, edge.Second) < 0)
                {
                    throw new TorchError($"{op}: kernel {size}, stride {step}, dilation {spread}, padding {edge}: the first three must be positive, padding at least 0");
                }

                var height = WindowGeometry.Windows(input.Shape[2], size.First, step.First, edge.First, spread.First, ceil);
                var width = WindowGeometry.Windows(input.Shape[3], size.Second, step.Second, edge.Second, spread.Second, ceil);
                if (height <= 0 || width <= 0)
                {
                    throw new TorchError($"{op}: a kernel of {Layout.Text(kernel)} does not fit into {input.ShapeText} with padding {edge.First}, {edge.Second}");
                }

                return new WindowGeometry(
                    (int)input.Shape[2], (int)input.Shape[3], (int)size.First, (int)size.Second, (int)step.First, (int)step.Second,
                    (int)edge.First, (int)edge.Second, (int)spread.First, (int)spread.Second, (int)height, (int)width);
            }

            private static void CheckConvolution(Tensor input, Tensor weight, Tensor? bias, long groups)
            {
                if (input.Rank != 4 || weight.Rank != 4 || groups < 1 || input.Shape[1] != weight.Shape[1] * groups || weight.Shape[0] % groups != 0)
                {
                    throw new TorchError(
                        $"conv2d: input {input.ShapeText} for weights {weight.ShapeText} in {groups} group(s): the input must be (N, C, H, W) with C = {(weight.Rank == 4 ? weight.Shape[1] * groups : -1)}");
                }

                if (input.dtype != weight.dtype || !input.is_floating_point())
                {
                    throw new TorchError($"conv2d: input is {input.dtype}, weights are {weight.dtype}; convert the input: x.to({weight.dtype})");
                }

                if (bias is not null && (bias.dtype != weight.dtype || bias.Rank != 1 || bias.Shape[0] != weight.Shape[0]))
                {
                    throw new TorchError($"conv2d: bias {bias.dtype} {bias.ShapeText} for weights {weight.dtype} {weight.ShapeText}; wanted {weight.dtype} ({weight.Shape[0]},)");
                }
            }

            private static void CheckPooled(string op, Tensor input)
            {
                if (input.Rank == 4 && Layout.Count(input.Shape.AsSpan(1)) == 0)
                {
                    throw new TorchError($"{op}: input {input.ShapeText}; only the batch may be empty");
                }
            }

            private static void CheckPadding(string op, long[] kernel, long[]? padding)
            {
                var (size, edge) = (Pair(kernel, 1), Pair(padding, 0));
                if (edge.First > size.First / 2 || edge.Second > size.Second / 2)
                {
                    throw new TorchError($"{op}: padding {edge.First}, {edge.Second} exceeds half the kernel {Layout.Text(kernel)}");
                }
            }

            private static (long First, long Second) Pair(long[]? values, long missing) => values switch
            {
                null or [] => (missing, missing),
                [var both] => (both, both),
                [var first, var second] => (first, second),
                _ => throw new TorchError($"{Layout.Text(values)}: give one number, or two for height and width"),
            };

            private static long[]? Twice(long? value) => value is { } v ? [v, v] : null;

            private static long[]? Both((long, long)? value) => value is { } v ? [v.Item1, v.Item2] : null;
        }
    }
}
