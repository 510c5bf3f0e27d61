namespace TorchSharp;

public static partial class torch
{
    /// <summary>How new pixels come from old ones.</summary>
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
        NearestExact = 6,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The sizes behind (N, C) made larger or smaller, one dimension after the other.</summary>
            /// <param name="x">(N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The new sizes; give these or the factors.</param>
            /// <param name="scale_factor">By how much each size grows, rounded down to whole pixels; one for all, or one each.</param>
            /// <param name="mode">Nearest and NearestExact for any rank; Linear, Bilinear, Trilinear for 3, 4, 5 dimensions; Area: means.</param>
            /// <param name="align_corners">For the linear kinds: whether the outermost pixels stay where they are.</param>
            /// <param name="recompute_scale_factor">Whether the rounded sizes, not the factors, say where pixels lie.</param>
            /// <param name="antialias">Must be false here.</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = x.Rank - 2;
                if (spatial is < 1 or > 3 || size is null == scale_factor is null || antialias)
                {
                    throw new TorchError($"interpolate: input {x.ShapeText}; give (N, C, 1 to 3 sizes), and either size or scale_factor; antialias is not in Course.Torch");
                }

                if (scale_factor is not null && scale_factor.Length != 1 && scale_factor.Length != spatial)
                {
                    throw new TorchError($"interpolate: {scale_factor.Length} factors for input {x.ShapeText}; give one, or one for each of its {spatial} sizes");
                }

                var factors = scale_factor is { Length: 1 } ? [.. Enumerable.Repeat(scale_factor[0], spatial)] : scale_factor;
                var sizes = size is { Length: 1 } ? Enumerable.Repeat(size[0], spatial).ToArray() : size ?? factors!.Select((factor, d) => (long)Math.Floor(x.Shape[d + 2] * factor)).ToArray();
                CheckSizes(x, sizes, mode, align_corners, spatial);
                if (mode == InterpolationMode.Area)
                {
                    return Enumerable.Range(0, spatial).Aggregate(x, (t, d) => MeansOfParts(t, d + 2, sizes[d]));
                }

                var result = x;
                for (var d = 0; d < spatial; d++)
                {
                    var step = factors is not null && !recompute_scale_factor ? 1 / factors[d] : x.Shape[d + 2] / (double)sizes[d];
                    result = Resized(result, d + 2, sizes[d], step, mode, align_corners == true);
                }

                return result;
            }

            /// <summary>As interpolate, by the names of nn.Upsample.</summary>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            private static Tensor Resized(Tensor x, int dim, long size, double step, InterpolationMode mode, bool align)
            {
                var old = x.Shape[dim];
                if (mode is InterpolationMode.Nearest or InterpolationMode.NearestExact)
                {
                    var shift = mode == InterpolationMode.NearestExact ? 0.5f : 0;
                    return x.index_select(dim, tensor(Enumerable.Range(0, (int)size).Select(i => Math.Min((long)MathF.Floor((i + shift) * (float)step), old - 1)).ToArray()));
                }

                var places = Enumerable.Range(0, (int)size)
                    .Select(i => align ? (size > 1 ? i * (old - 1) / (double)(size - 1) : 0) : Math.Max(0, ((i + 0.5) * step) - 0.5)).ToArray();
                var below = Array.ConvertAll(places, place => Math.Min((long)place, old - 1));
                var above = Array.ConvertAll(below, i => Math.Min(i + 1, old - 1));
                var shares = tensor(places.Zip(below, (place, i) => place - i).ToArray(), [size, .. Enumerable.Repeat(1L, x.Rank - dim - 1)], x.dtype);
                return (x.index_select(dim, tensor(below)) * (1 - shares)) + (x.index_select(dim, tensor(above)) * shares);
            }

            private static void CheckSizes(Tensor x, long[] sizes, InterpolationMode mode, bool? align, int spatial)
            {
                var fits = mode switch
                {
                    InterpolationMode.Linear => spatial == 1,
                    InterpolationMode.Bilinear => spatial == 2,
                    InterpolationMode.Trilinear => spatial == 3,
                    InterpolationMode.Bicubic => false,
                    _ => align is null,
                };
                if (!fits || sizes.Length != spatial || sizes.Any(size => size < 1) || x.Shape.AsSpan(2).Contains(0) || !x.is_floating_point())
                {
                    throw new TorchError(
                        $"interpolate: {x.dtype} input {x.ShapeText} to {Layout.Text(sizes)} by {mode}, align_corners {align?.ToString() ?? "null"}: one size of at least 1 for each dimension behind (N, C); " +
                        "Linear takes 3 dimensions, Bilinear 4, Trilinear 5, and only these align corners; Bicubic is not in Course.Torch");
                }
            }
        }
    }
}
