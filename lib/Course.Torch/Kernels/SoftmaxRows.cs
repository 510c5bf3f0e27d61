using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Softmax of float rows in registers: attention has many short rows, for which calls per row cost more than the arithmetic.</summary>
internal static class SoftmaxRows
{
    private const int Width = 16;

    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        var top = Vector512.Create(Largest(x));
        var sums = Vector512<float>.Zero;
        var rest = 0f;
        var i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var e = VectorMath.Exp(Vector512.Create(x.Slice(i, Width)) - top);
            sums += e;
            e.CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = VectorMath.Exp(Vector512.Create(x[i]) - top).ToScalar();
            rest += y[i];
        }

        Scale(y, 1 / (Across(sums) + rest));
    }

    /// <summary>dx = (g − Σ g y) y.</summary>
    public static void Backward(ReadOnlySpan<float> g, ReadOnlySpan<float> y, Span<float> dx)
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

        var dot = Across(sums) + rest;
        for (i = 0; i <= g.Length - Width; i += Width)
        {
            ((Vector512.Create(g.Slice(i, Width)) - Vector512.Create(dot)) * Vector512.Create(y.Slice(i, Width))).CopyTo(dx[i..]);
        }

        for (; i < g.Length; i++)
        {
            dx[i] = (g[i] - dot) * y[i];
        }
    }

    private static float Largest(ReadOnlySpan<float> x)
    {
        var top = x[0];
        var i = 0;
        if (x.Length >= Width)
        {
            var lanes = Vector512.Create(x[..Width]);
            for (i = Width; i <= x.Length - Width; i += Width)
            {
                lanes = Vector512.Max(lanes, Vector512.Create(x.Slice(i, Width)));
            }

            for (var lane = 0; lane < Width; lane++)
            {
                top = MathF.Max(top, lanes[lane]);
            }
        }

        for (; i < x.Length; i++)
        {
            top = MathF.Max(top, x[i]);
        }

        return top;
    }

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

    // In one written-out order, the same on every machine.
    private static float Across(Vector512<float> lanes)
    {
        var half = lanes.GetLower() + lanes.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1] + (quarter[2] + quarter[3]);
    }
}
