using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Softmax of float rows in registers: attention has many short rows, for which calls per row cost more than the arithmetic.</summary>
internal static class SoftmaxRows
{
    private const int Width = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        if (HostKernels.Present && HostKernels.TrySoftmax(HostKernels.SoftmaxKind.Forward, x, default, y, n))
        {
            return;
        }

        for (var start = 0; start < x.Length; start += n)
        {
            Scaled(x.Slice(start, n), 1, y.Slice(start, n));
        }
    }

    /// <summary>dx = (g − Σ g y) y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ReadOnlySpan<float> g, ReadOnlySpan<float> y, Span<float> dx, int n)
    {
        if (HostKernels.Present && HostKernels.TrySoftmax(HostKernels.SoftmaxKind.Backward, y, g, dx, n))
        {
            return;
        }

        for (var start = 0; start < g.Length; start += n)
        {
            ScaledBackward(g.Slice(start, n), y.Slice(start, n), 1, dx.Slice(start, n));
        }
    }

    /// <summary>ln Σ eˣ of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float LogOfSum(ReadOnlySpan<float> x)
    {
        var largest = Largest(x);
        var top = Vector512.Create(largest);
        var sums = Vector512<float>.Zero;
        var rest = 0f;
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            sums += VectorMath.Exp(Vector512.Create(x.Slice(i, Width)) - top);
        }

        for (; i < x.Length; i++)
        {
            rest += VectorMath.Exp(Vector512.Create(x[i]) - top).ToScalar();
        }

        return largest + MathF.Log(Lanes.Sum(sums) + rest);
    }

    /// <summary>y = factor · e^(x − log) for a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exponentials(ReadOnlySpan<float> x, float log, float factor, Span<float> y)
    {
        var offset = Vector512.Create(log);
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            (VectorMath.Exp(Vector512.Create(x.Slice(i, Width)) - offset) * factor).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = VectorMath.Exp(Vector512.Create(x[i]) - offset).ToScalar() * factor;
        }
    }

    /// <summary>Softmax of scale · x for a row, scale above 0; y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scaled(ReadOnlySpan<float> x, float scale, Span<float> y)
    {
        var top = Vector512.Create(Largest(x));
        var sums = Vector512<float>.Zero;
        var rest = 0f;
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var e = VectorMath.Exp((Vector512.Create(x.Slice(i, Width)) - top) * scale);
            sums += e;
            e.CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = VectorMath.Exp((Vector512.Create(x[i]) - top) * scale).ToScalar();
            rest += y[i];
        }

        Scale(y, 1 / (Lanes.Sum(sums) + rest));
    }

    /// <summary>dx = scale · (g − Σ g y) y for a row; dx may be g.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaledBackward(ReadOnlySpan<float> g, ReadOnlySpan<float> y, float scale, Span<float> dx)
    {
        var sums = Vector512<float>.Zero;
        var rest = 0f;
        var i = 0;
        for (; i <= g.Length - Width; i += Width)
        {
            sums += Vector512.Create(g.Slice(i, Width)) * Vector512.Create(y.Slice(i, Width));
        }

        for (; i < g.Length; i++)
        {
            rest += g[i] * y[i];
        }

        var dot = Lanes.Sum(sums) + rest;
        for (i = 0; i <= g.Length - Width; i += Width)
        {
            ((Vector512.Create(g.Slice(i, Width)) - Vector512.Create(dot)) * Vector512.Create(y.Slice(i, Width)) * scale).CopyTo(dx[i..]);
        }

        for (; i < g.Length; i++)
        {
            dx[i] = (g[i] - dot) * y[i] * scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Largest(ReadOnlySpan<float> x)
    {
        var top = x[0];
        var i = 0;
        if (x.Length >= Width)
        {
            var lanes = Vector512.Create(x[..Width]);
            for (i = Width; i <= x.Length - Width; i += Width)
            {
                lanes = VectorMath.Max(lanes, Vector512.Create(x.Slice(i, Width)));
            }

            var eight = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
            var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
            top = MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
        }

        for (; i < x.Length; i++)
        {
            top = MathF.Max(top, x[i]);
        }

        return top;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<float> y, float factor)
    {
        var i = 0;
        for (; i <= y.Length - Width; i += Width)
        {
            (Vector512.Create<float>(y.Slice(i, Width)) * factor).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
        {
            y[i] *= factor;
        }
    }
}
