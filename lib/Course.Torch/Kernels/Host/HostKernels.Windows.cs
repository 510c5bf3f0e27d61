using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <content>Windows that slide over planes.</content>
internal static unsafe partial class HostKernels
{
    public static bool TryUnfold<T>(ReadOnlySpan<T> image, Span<T> columns, int channels, in WindowGeometry g)
        where T : unmanaged
        => TryWindows(HostKernel.UnfoldFloats, image, columns, default, channels, g);

    public static bool TryFold<T>(ReadOnlySpan<T> columns, Span<T> image, int channels, in WindowGeometry g)
        where T : unmanaged
        => TryWindows(HostKernel.FoldFloats, columns, image, default, channels, g);

    public static bool TryMaxPool<T>(ReadOnlySpan<T> x, Span<T> y, Span<long> places, int planes, in WindowGeometry g)
        where T : unmanaged
        => TryWindows(HostKernel.MaxPoolFloats, x, y, places, planes, g);

    public static bool TryMaxPoolBackward<T>(ReadOnlySpan<T> g, ReadOnlySpan<long> places, Span<T> dx, int planes)
        where T : unmanaged
    {
        // Only the sizes of a plane and of its windows matter here.
        var sizes = new WindowGeometry(1, dx.Length / Math.Max(1, planes), 0, 0, 0, 0, 0, 0, 0, 0, 1, g.Length / Math.Max(1, planes));
        return TryWindows(HostKernel.MaxPoolBackwardFloats, g, dx, places, planes, sizes);
    }

    private static bool TryWindows<T>(HostKernel kernel, ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<long> places, int planes, in WindowGeometry g)
        where T : unmanaged
    {
        if (!IsReal<T>())
        {
            return false;
        }

        fixed (T* px = x, py = y)
        fixed (long* pp = places)
        {
            var call = new Windows { Planes = planes, Geometry = g, X = px, Y = py, Places = pp };
            Call(Of<T>(kernel), ref call);
        }

        return true;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Windows
    {
        public int Planes;
        public WindowGeometry Geometry;
        public void* X, Y, Places;
    }
}
