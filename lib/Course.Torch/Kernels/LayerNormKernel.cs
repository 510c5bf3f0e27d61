using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Rows brought to mean 0 and variance 1, then scaled and shifted. Each row is read from memory once, then from the cache.</summary>
internal static class LayerNormKernel
{
    /// <param name="weight">n values, or none for 1.</param>
    /// <param name="bias">n values, or none for 0.</param>
    /// <param name="scales">Receives 1 / deviation of each row.</param>
    /// <param name="means">Receives the mean of each row.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y, Span<T> means, Span<T> scales, int n, T eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TryLayerNorm(x, weight, bias, y, means, scales, n, float.CreateTruncating(eps)))
        {
            return;
        }

        var count = T.CreateChecked(n);
        for (var row = 0; row < means.Length; row++)
        {
            var source = x.Slice(row * n, n);
            var mean = SumReducer.Row(source) / count;
            var scale = T.One / T.Sqrt((SquaredDeviations(source, mean) / count) + eps);
            (means[row], scales[row]) = (mean, scale);
            Normalise(source, mean, scale, weight, bias, y.Slice(row * n, n));
        }
    }

    /// <summary>dx from g; dWeight and dBias gain the sums over the rows if they are wanted (not empty).</summary>
    public static void Backward<T>(
        ReadOnlySpan<T> g, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> means, ReadOnlySpan<T> scales,
        Span<T> dx, Span<T> dWeight, Span<T> dBias, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present && HostKernels.TryLayerNormBackward(g, x, weight, means, scales, dx, dWeight, dBias, n))
        {
            return;
        }

        for (var row = 0; row < means.Length; row++)
        {
            var gradient = g.Slice(row * n, n);
            var source = x.Slice(row * n, n);
            if (!dWeight.IsEmpty)
            {
                AddParameterGradients(gradient, source, means[row], scales[row], dWeight, dBias);
            }

            BackwardRow(gradient, source, weight, means[row], scales[row], dx.Slice(row * n, n));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise<T>(ReadOnlySpan<T> x, T mean, T scale, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var centre = Vector512.Create(mean);
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            var value = (Vector512.Create(x.Slice(i, width)) - centre) * scale;
            value = weight.IsEmpty ? value : value * Vector512.Create(weight.Slice(i, width));
            (bias.IsEmpty ? value : value + Vector512.Create(bias.Slice(i, width))).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            var value = (x[i] - mean) * scale;
            value = weight.IsEmpty ? value : value * weight[i];
            y[i] = bias.IsEmpty ? value : value + bias[i];
        }
    }

    // dx = (s − mean(s) − x̂ mean(s x̂)) / deviation, with s = g · weight.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BackwardRow<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, T mean, T scale, Span<T> dx)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var centre = Vector512.Create(mean);
        var (sums, products) = (Vector512<T>.Zero, Vector512<T>.Zero);
        var i = 0;
        for (; i <= g.Length - width; i += width)
        {
            var s = Scaled(g, weight, i);
            sums += s;
            products += s * ((Vector512.Create(x.Slice(i, width)) - centre) * scale);
        }

        var (sum, product) = (Lanes.Sum(sums), Lanes.Sum(products));
        for (; i < g.Length; i++)
        {
            var s = weight.IsEmpty ? g[i] : g[i] * weight[i];
            sum += s;
            product += s * ((x[i] - mean) * scale);
        }

        var count = T.CreateChecked(g.Length);
        var (meanSum, meanProduct) = (sum / count, product / count);
        var offset = Vector512.Create(meanSum);
        for (i = 0; i <= g.Length - width; i += width)
        {
            var normal = (Vector512.Create(x.Slice(i, width)) - centre) * scale;
            ((Scaled(g, weight, i) - offset - (normal * meanProduct)) * scale).CopyTo(dx[i..]);
        }

        for (; i < g.Length; i++)
        {
            var s = weight.IsEmpty ? g[i] : g[i] * weight[i];
            dx[i] = (s - meanSum - ((x[i] - mean) * scale * meanProduct)) * scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Scaled<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> weight, int i)
        where T : unmanaged
    {
        var gradient = Vector512.Create(g.Slice(i, Vector512<T>.Count));
        return weight.IsEmpty ? gradient : gradient * Vector512.Create(weight.Slice(i, Vector512<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddParameterGradients<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> x, T mean, T scale, Span<T> dWeight, Span<T> dBias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var centre = Vector512.Create(mean);
        var i = 0;
        for (; i <= g.Length - width; i += width)
        {
            var gradient = Vector512.Create(g.Slice(i, width));
            var normal = (Vector512.Create(x.Slice(i, width)) - centre) * scale;
            (Vector512.Create<T>(dWeight.Slice(i, width)) + (gradient * normal)).CopyTo(dWeight[i..]);
            (Vector512.Create<T>(dBias.Slice(i, width)) + gradient).CopyTo(dBias[i..]);
        }

        for (; i < g.Length; i++)
        {
            dWeight[i] += g[i] * ((x[i] - mean) * scale);
            dBias[i] += g[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SquaredDeviations<T>(ReadOnlySpan<T> x, T mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var centre = Vector512.Create(mean);
        var (even, odd) = (Vector512<T>.Zero, Vector512<T>.Zero);
        var i = 0;
        for (; i <= x.Length - (2 * width); i += 2 * width)
        {
            var (a, b) = (Vector512.Create(x.Slice(i, width)) - centre, Vector512.Create(x.Slice(i + width, width)) - centre);
            even += a * a;
            odd += b * b;
        }

        var sum = Lanes.Sum(even + odd);
        for (; i < x.Length; i++)
        {
            sum += (x[i] - mean) * (x[i] - mean);
        }

        return sum;
    }
}
