using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Rows moved by number. A tensor is seen as (outer, n, inner): n is the indexed dimension.</summary>
internal static class GatherKernels
{
    /// <summary>y[o, i, :] = x[o, index[i], :].</summary>
    public static void Select<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, int outer, int n, int inner)
    {
        if (HostKernels.Present && HostKernels.TryRows(HostKernels.RowMove.Select, x, index, y, outer, n, inner))
        {
            return;
        }

        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < index.Length; i++)
            {
                x.Slice(((o * n) + (int)index[i]) * inner, inner).CopyTo(y[(((o * index.Length) + i) * inner)..]);
            }
        }
    }

    /// <summary>y[o, index[i], :] = x[o, i, :].</summary>
    public static void Place<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, int outer, int n, int inner)
    {
        if (HostKernels.Present && HostKernels.TryRows(HostKernels.RowMove.Place, x, index, y, outer, n, inner))
        {
            return;
        }

        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < index.Length; i++)
            {
                x.Slice(((o * index.Length) + i) * inner, inner).CopyTo(y[(((o * n) + (int)index[i]) * inner)..]);
            }
        }
    }

    /// <summary>y[o, index[i], :] += x[o, i, :].</summary>
    public static void Add<T>(ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, int outer, int n, int inner)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryRows(HostKernels.RowMove.Add, x, index, y, outer, n, inner))
        {
            return;
        }

        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < index.Length; i++)
            {
                var target = y.Slice(((o * n) + (int)index[i]) * inner, inner);
                TensorPrimitives.Add(target, x.Slice(((o * index.Length) + i) * inner, inner), target);
            }
        }
    }

    /// <summary>y[i] = x[at[i]].</summary>
    public static void Gather<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> at, Span<T> y)
    {
        if (HostKernels.Present && HostKernels.TryElements(HostKernels.ElementMove.Gather, x, at, y))
        {
            return;
        }

        for (var i = 0; i < at.Length; i++)
        {
            y[i] = x[at[i]];
        }
    }

    /// <summary>y[at[i]] = x[i]; of several, the last stays.</summary>
    public static void Scatter<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> at, Span<T> y)
    {
        if (HostKernels.Present && HostKernels.TryElements(HostKernels.ElementMove.Scatter, x, at, y))
        {
            return;
        }

        for (var i = 0; i < at.Length; i++)
        {
            y[at[i]] = x[i];
        }
    }

    /// <summary>y[at[i]] += x[i].</summary>
    public static void ScatterAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> at, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (HostKernels.Present && HostKernels.TryElements(HostKernels.ElementMove.ScatterAdd, x, at, y))
        {
            return;
        }

        for (var i = 0; i < at.Length; i++)
        {
            y[at[i]] += x[i];
        }
    }

    /// <summary>y[i] = value where mask[i]; in eights, which are mostly all marked or all not.</summary>
    public static void FillWhere<T>(ReadOnlySpan<byte> mask, T value, Span<T> y)
    {
        var i = 0;
        for (; i <= y.Length - 8; i += 8)
        {
            var marks = BitConverter.ToUInt64(mask[i..]);
            if (marks == 0)
            {
                continue;
            }

            if (marks == 0x0101010101010101)
            {
                y.Slice(i, 8).Fill(value);
                continue;
            }

            for (var j = i; j < i + 8; j++)
            {
                y[j] = mask[j] != 0 ? value : y[j];
            }
        }

        for (; i < y.Length; i++)
        {
            y[i] = mask[i] != 0 ? value : y[i];
        }
    }

    /// <summary>y[i] = mask[i] ? a[i] : b[i].</summary>
    public static void Where<T>(ReadOnlySpan<byte> mask, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        if (HostKernels.Present && HostKernels.TryChoose(mask, a, b, y))
        {
            return;
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] = mask[i] != 0 ? a[i] : b[i];
        }
    }
}
