using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Rows and elements moved by number, and choices.</content>
internal static unsafe partial class HostKernels
{
    /// <summary>In the order of moving.c.</summary>
    public enum RowMove
    {
        Select,
        Place,
        Add,
    }

    /// <summary>In the order of moving.c.</summary>
    public enum ElementMove
    {
        Gather,
        Scatter,
        ScatterAdd,
    }

    public static bool TryRows<T>(RowMove move, ReadOnlySpan<T> x, ReadOnlySpan<long> index, Span<T> y, int outer, int n, int inner)
    {
        if (move == RowMove.Add && !IsReal<T>())
        {
            return false;
        }

        fixed (long* pi = index)
        fixed (byte* px = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(x)), py = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(y)))
        {
            var call = new Rows
            {
                Kind = Kind<T>((int)move, (int)RowMove.Add), Outer = outer, N = n, Inner = move == RowMove.Add ? inner : inner * Unsafe.SizeOf<T>(),
                Count = index.Length, Index = pi, X = px, Y = py,
            };
            Call(HostKernel.Rows, ref call);
        }

        return true;
    }

    public static bool TryElements<T>(ElementMove move, ReadOnlySpan<T> x, ReadOnlySpan<int> at, Span<T> y)
    {
        if (move == ElementMove.ScatterAdd && !IsReal<T>())
        {
            return false;
        }

        fixed (int* pi = at)
        fixed (byte* px = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(x)), py = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(y)))
        {
            var call = new Places { Kind = Kind<T>((int)move, (int)ElementMove.ScatterAdd), Bytes = Unsafe.SizeOf<T>(), N = at.Length, At = pi, X = px, Y = py };
            Call(HostKernel.Places, ref call);
        }

        return true;
    }

    public static bool TryChoose<T>(ReadOnlySpan<byte> mask, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        fixed (byte* pm = mask, pa = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(a)),
            pb = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(b)), py = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(y)))
        {
            var call = new Choice { N = y.Length, Bytes = Unsafe.SizeOf<T>(), Mask = pm, A = pa, B = pb, Y = py };
            Call(HostKernel.Choose, ref call);
        }

        return true;
    }

    // Sums come last, floats before doubles.
    private static int Kind<T>(int move, int sum) => move == sum && typeof(T) == typeof(double) ? sum + 1 : move;

    [StructLayout(LayoutKind.Sequential)]
    private struct Rows
    {
        public int Kind, Outer, N, Inner, Count;
        public void* Index, X, Y;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Places
    {
        public int Kind, Bytes, N;
        public void* At, X, Y;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Choice
    {
        public int N, Bytes;
        public void* Mask, A, B, Y;
    }
}
