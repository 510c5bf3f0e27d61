using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Windows over dense (N, C, H, W) tensors, plane by plane.</summary>
internal static class PoolOps
{
    public static (Tensor Values, Tensor Places) Max(Tensor x, WindowGeometry g)
    {
        long[] shape = [x.Shape[0], x.Shape[1], g.OutHeight, g.OutWidth];
        var (y, places) = (Tensor.Empty(shape, x.dtype), Tensor.Empty(shape, ScalarType.Int64));
        Dispatch.Number(x.dtype, new MaxWork(x, y, places, g));
        return (y, places);
    }

    public static Tensor MaxBackward(Tensor g, Tensor places, long[] shape)
    {
        var dx = Tensor.Empty(shape, g.dtype);
        Dispatch.Number(g.dtype, new MaxBackwardWork(g, places, dx));
        return Tensor.Done(dx, g, places);
    }

    /// <summary>(N, C, H, W) → (N, C · kh · kw, windows).</summary>
    public static Tensor Unfold(Tensor x, WindowGeometry g)
    {
        var columns = Tensor.Empty([x.Shape[0], x.Shape[1] * g.Kernel, g.OutPlane], x.dtype);
        Dispatch.Number(x.dtype, new UnfoldWork(x, columns, g));
        return columns;
    }

    /// <summary>The reverse of <see cref="Unfold"/>, adding where windows overlap.</summary>
    public static Tensor Fold(Tensor columns, long[] shape, WindowGeometry g)
    {
        var image = Tensor.Zeros(shape, columns.dtype);
        Dispatch.Number(columns.dtype, new FoldWork(columns, image, g));
        return Tensor.Done(image, columns);
    }

    private readonly struct MaxWork(Tensor x, Tensor y, Tensor places, WindowGeometry g) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (HostKernels.Present && HostKernels.TryMaxPool(x.Dense<T>(), y.Dense<T>(), places.Dense<long>(), (int)(x.Shape[0] * x.Shape[1]), g))
            {
                return;
            }

            var (source, target, at, geometry) = (x, y, places, g);
            Workers.Rows((int)(x.Shape[0] * x.Shape[1]), g.Plane, (from, to) =>
            {
                var (plane, windows) = (geometry.Plane, geometry.OutPlane);
                ReadOnlySpan<T> planes = source.Dense<T>();
                var values = target.Dense<T>();
                var indices = at.Dense<long>();
                for (var p = from; p < to; p++)
                {
                    PoolKernels.Max(planes.Slice(p * plane, plane), values.Slice(p * windows, windows), indices.Slice(p * windows, windows), geometry);
                }
            });
        }
    }

    private readonly struct MaxBackwardWork(Tensor g, Tensor places, Tensor dx) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            if (HostKernels.Present && HostKernels.TryMaxPoolBackward(g.Dense<T>(), places.Dense<long>(), dx.Cleared().Dense<T>(), (int)(dx.Shape[0] * dx.Shape[1])))
            {
                return;
            }

            var (gradient, at, target) = (g, places, dx);
            var (plane, windows) = ((int)(dx.Shape[2] * dx.Shape[3]), (int)(g.Shape[2] * g.Shape[3]));
            Workers.Rows((int)(dx.Shape[0] * dx.Shape[1]), plane, (from, to) =>
            {
                ReadOnlySpan<T> gradients = gradient.Dense<T>();
                ReadOnlySpan<long> indices = at.Dense<long>();
                var planes = target.Dense<T>();
                for (var p = from; p < to; p++)
                {
                    PoolKernels.MaxBackward(gradients.Slice(p * windows, windows), indices.Slice(p * windows, windows), planes.Slice(p * plane, plane));
                }
            });
        }
    }

    private readonly struct UnfoldWork(Tensor x, Tensor columns, WindowGeometry g) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (image, column) = ((int)x.Shape[1] * g.Plane, (int)x.Shape[1] * g.Kernel * g.OutPlane);
            for (var n = 0; n < x.Shape[0]; n++)
            {
                ColumnKernels.Unfold<T>(x.Dense<T>().Slice(n * image, image), columns.Dense<T>().Slice(n * column, column), (int)x.Shape[1], g);
            }
        }
    }

    private readonly struct FoldWork(Tensor columns, Tensor x, WindowGeometry g) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (image, column) = ((int)x.Shape[1] * g.Plane, (int)x.Shape[1] * g.Kernel * g.OutPlane);
            for (var n = 0; n < x.Shape[0]; n++)
            {
                ColumnKernels.Fold<T>(columns.Dense<T>().Slice(n * column, column), x.Dense<T>().Slice(n * image, image), (int)x.Shape[1], g);
            }
        }
    }
}
