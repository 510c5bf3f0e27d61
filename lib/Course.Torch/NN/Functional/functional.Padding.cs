namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Sizes added before and after, last dimension first: [left, right, top, bottom, …]; negative sizes cut off.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                if (pad.Length % 2 != 0 || pad.Length / 2 > input.Rank)
                {
                    throw new TorchError($"pad: {pad.Length} sizes for a {input.ShapeText} tensor; give pairs, last dimension first");
                }

                var padded = input;
                for (var i = 0; i < pad.Length / 2; i++)
                {
                    padded = PadAlong(padded, input.Rank - 1 - i, pad[2 * i], pad[(2 * i) + 1], mode, value);
                }

                return ReferenceEquals(padded, input) ? input.clone() : padded;
            }

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad, pad }, mode, value);

            private static Tensor PadAlong(Tensor input, int dim, long before, long after, PaddingModes mode, double value)
            {
                if (before < 0 || after < 0)
                {
                    input = input.narrow(dim, Math.Max(0, -before), input.Shape[dim] + Math.Min(0, before) + Math.Min(0, after));
                    (before, after) = (Math.Max(0, before), Math.Max(0, after));
                }

                if (before == 0 && after == 0)
                {
                    return input;
                }

                if (mode is PaddingModes.Constant or PaddingModes.Zeros)
                {
                    return cat([Filled(input, dim, before, value), input, Filled(input, dim, after, value)], dim);
                }

                var size = input.Shape[dim];
                if (size == 0)
                {
                    throw new TorchError($"pad: dimension {dim} of a {input.ShapeText} tensor has no elements to repeat; pad with a constant");
                }

                var source = Enumerable.Range(0, (int)(before + size + after)).Select(i => Source(i - before, size, mode)).ToArray();
                return input.index_select(dim, tensor(source));
            }

            private static Tensor Filled(Tensor like, int dim, long size, double value)
            {
                var shape = like.shape;
                shape[dim] = size;
                return full(shape, value, like.dtype);
            }

            private static long Source(long i, long size, PaddingModes mode)
            {
                if (mode == PaddingModes.Reflect && (i <= -size || i >= (2 * size) - 1))
                {
                    throw new TorchError($"pad: reflection needs padding smaller than the size {size}");
                }

                if (mode == PaddingModes.Circular && (i < -size || i >= 2 * size))
                {
                    throw new TorchError($"pad: circular padding wraps around once at most: give no more than the size {size}");
                }

                return mode switch
                {
                    PaddingModes.Reflect => i < 0 ? -i : i >= size ? (2 * (size - 1)) - i : i,
                    PaddingModes.Circular => ((i % size) + size) % size,
                    _ => Math.Clamp(i, 0, size - 1),
                };
            }
        }
    }
}
