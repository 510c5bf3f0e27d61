using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Parameter updates in one pass over memory. Weight decay has been added to the gradient by its factor here.</summary>
internal static class OptimizerKernels
{
    /// <summary>Numbers of one Adam step.</summary>
    public readonly record struct AdamNumbers(double Beta1, double Beta2, double StepSize, double RootCorrection, double Eps, double GradientDecay, double ParameterFactor, double Sign);

    /// <summary>Adam or AdamW. <paramref name="largest"/> is empty unless amsgrad.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adam<T>(Span<T> p, ReadOnlySpan<T> g, Span<T> mean, Span<T> square, Span<T> largest, in AdamNumbers n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present)
        {
            HostKernels.Adam(p, g, mean, square, largest, n);
            return;
        }

        var (b1, c1, b2, c2) = (Of<T>(n.Beta1), Of<T>(1 - n.Beta1), Of<T>(n.Beta2), Of<T>(1 - n.Beta2));
        var (step, root, eps) = (Of<T>(n.StepSize), Of<T>(n.RootCorrection), Of<T>(n.Eps));
        var (decay, factor, sign) = (Of<T>(n.GradientDecay), Of<T>(n.ParameterFactor), Of<T>(n.Sign));
        var i = 0;
        if (largest.IsEmpty)
        {
            i = AdamVectors(p, g, mean, square, b1, c1, b2, c2, step, root, eps, decay, factor, sign);
        }

        for (; i < p.Length; i++)
        {
            var value = p[i] * factor;
            var gradient = (g[i] * sign) + (value * decay);
            mean[i] = (mean[i] * b1) + (gradient * c1);
            square[i] = (square[i] * b2) + (gradient * gradient * c2);
            var second = square[i];
            if (!largest.IsEmpty)
            {
                second = largest[i] = T.Max(largest[i], second);
            }

            p[i] = value - (step * mean[i] / ((T.Sqrt(second) / root) + eps));
        }
    }

    /// <summary>p −= rate · g, with weight decay and, if the buffer is not empty, momentum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sgd<T>(Span<T> p, ReadOnlySpan<T> g, Span<T> buffer, bool first, double rate, double momentum, double dampening, double decay, bool nesterov, double sign)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (HostKernels.Present)
        {
            HostKernels.Sgd(p, g, buffer, first, rate, momentum, dampening, decay, nesterov, sign);
            return;
        }

        var (r, m, d, w, s) = (Of<T>(rate), Of<T>(momentum), Of<T>(1 - dampening), Of<T>(decay), Of<T>(sign));
        if (buffer.IsEmpty)
        {
            SgdPlain(p, g, r, w, s);
            return;
        }

        for (var i = 0; i < p.Length; i++)
        {
            var gradient = (g[i] * s) + (p[i] * w);
            buffer[i] = first ? gradient : (buffer[i] * m) + (gradient * d);
            p[i] -= r * (nesterov ? gradient + (m * buffer[i]) : buffer[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SgdPlain<T>(Span<T> p, ReadOnlySpan<T> g, T rate, T decay, T sign)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= p.Length - width; i += width)
        {
            var value = Vector512.Create<T>(p.Slice(i, width));
            var gradient = (Vector512.Create(g.Slice(i, width)) * sign) + (value * decay);
            (value - (gradient * rate)).CopyTo(p[i..]);
        }

        for (; i < p.Length; i++)
        {
            p[i] -= ((g[i] * sign) + (p[i] * decay)) * rate;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int AdamVectors<T>(
        Span<T> p, ReadOnlySpan<T> g, Span<T> mean, Span<T> square, T b1, T c1, T b2, T c2, T step, T root, T eps, T decay, T factor, T sign)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var (roots, epsilons) = (Vector512.Create(root), Vector512.Create(eps));
        var i = 0;
        for (; i <= p.Length - width; i += width)
        {
            var value = Vector512.Create<T>(p.Slice(i, width)) * factor;
            var gradient = (Vector512.Create(g.Slice(i, width)) * sign) + (value * decay);
            var m = (Vector512.Create<T>(mean.Slice(i, width)) * b1) + (gradient * c1);
            var v = (Vector512.Create<T>(square.Slice(i, width)) * b2) + (gradient * gradient * c2);
            m.CopyTo(mean[i..]);
            v.CopyTo(square[i..]);
            (value - (m * step / ((Vector512.Sqrt(v) / roots) + epsilons))).CopyTo(p[i..]);
        }

        return i;
    }

    private static T Of<T>(double value)
        where T : IBinaryFloatingPointIeee754<T>
        => T.CreateTruncating(value);
}
