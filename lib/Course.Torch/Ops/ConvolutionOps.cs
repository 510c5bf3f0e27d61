using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Two-dimensional convolution and its gradients on dense tensors, image by image, as matrix products.</summary>
internal static unsafe class ConvolutionOps
{
    // Images whose weight gradients are added up before they join the total: fixed, so that the sum does not depend on the threads.
    private const int GradientChunk = 8;

    /// <summary>y (N, O, oh, ow) from x (N, C, H, W) and w (O, C / groups, kh, kw).</summary>
    public static Tensor Forward(Tensor x, Tensor w, Tensor? bias, WindowGeometry g, int groups)
    {
        var y = Tensor.Empty([x.Shape[0], w.Shape[0], g.OutHeight, g.OutWidth], x.dtype);
        Dispatch.Number(x.dtype, new ForwardWork(x, w, bias, y, g, groups));
        return y;
    }

    public static Tensor InputGradient(Tensor gradient, Tensor w, long[] inputShape, WindowGeometry g, int groups)
    {
        var dx = Tensor.Zeros(inputShape, w.dtype);
        Dispatch.Number(w.dtype, new InputWork(gradient, w, dx, g, groups));
        return Tensor.Done(dx, gradient, w);
    }

    public static Tensor WeightGradient(Tensor gradient, Tensor x, long[] weightShape, WindowGeometry g, int groups)
    {
        var chunks = (x.Shape[0] + GradientChunk - 1) / GradientChunk;
        using var parts = Tensor.Zeros([Math.Max(1, chunks), .. weightShape], x.dtype);
        Dispatch.Number(x.dtype, new WeightWork(gradient, x, parts, g, groups));
        GC.KeepAlive(gradient);
        GC.KeepAlive(x);
        return ReduceOps.SumFirst(parts);
    }

    private readonly struct ForwardWork(Tensor x, Tensor w, Tensor? bias, Tensor y, WindowGeometry g, int groups) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (geometry, parts) = (g, groups);
            var (channels, outputs) = ((int)x.Shape[1], (int)w.Shape[0]);
            var depth = channels / groups * g.Kernel;
            var each = outputs / groups;
            fixed (T* px = x.Dense<T>(), pw = w.Dense<T>(), py = y.Dense<T>(), pb = bias is null ? default : bias.Dense<T>())
            {
                var (images, weights, results, biases) = ((nint)px, (nint)pw, (nint)py, (nint)pb);
                Workers.For(x.Shape[0], Grain(depth, outputs, g), (from, to) =>
                {
                    var memory = Storage.Allocate((long)channels * geometry.Kernel * geometry.OutPlane * sizeof(T));
                    var columns = memory.Span<T>();
                    for (var n = from; n < to; n++)
                    {
                        ColumnKernels.Unfold(new ReadOnlySpan<T>((T*)images + ((long)n * channels * geometry.Plane), channels * geometry.Plane), columns, channels, geometry);
                        var result = (T*)results + ((long)n * outputs * geometry.OutPlane);
                        for (var o = 0; o < outputs && biases != 0; o++)
                        {
                            new Span<T>(result + ((long)o * geometry.OutPlane), geometry.OutPlane).Fill(((T*)biases)[o]);
                        }

                        fixed (T* pc = columns)
                        {
                            for (var p = 0; p < parts; p++)
                            {
                                Gemm.Multiply(
                                    each, geometry.OutPlane, depth,
                                    new MatrixView<T>((T*)weights + ((long)p * each * depth), depth, 1),
                                    new MatrixView<T>(pc + ((long)p * depth * geometry.OutPlane), geometry.OutPlane, 1),
                                    result + ((long)p * each * geometry.OutPlane), geometry.OutPlane, biases != 0);
                            }
                        }
                    }

                    memory.Release();
                });
            }
        }
    }

    private readonly struct InputWork(Tensor gradient, Tensor w, Tensor dx, WindowGeometry g, int groups) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (geometry, parts) = (g, groups);
            var (channels, outputs) = ((int)dx.Shape[1], (int)w.Shape[0]);
            var depth = channels / groups * g.Kernel;
            var each = outputs / groups;
            fixed (T* pg = gradient.Dense<T>(), pw = w.Dense<T>(), px = dx.Dense<T>())
            {
                var (gradients, weights, images) = ((nint)pg, (nint)pw, (nint)px);
                Workers.For(dx.Shape[0], Grain(depth, outputs, g), (from, to) =>
                {
                    var memory = Storage.Allocate((long)channels * geometry.Kernel * geometry.OutPlane * sizeof(T));
                    var columns = memory.Span<T>();
                    for (var n = from; n < to; n++)
                    {
                        fixed (T* pc = columns)
                        {
                            for (var p = 0; p < parts; p++)
                            {
                                Gemm.Multiply(
                                    depth, geometry.OutPlane, each,
                                    new MatrixView<T>((T*)weights + ((long)p * each * depth), 1, depth),
                                    new MatrixView<T>((T*)gradients + ((((long)n * outputs) + (p * each)) * geometry.OutPlane), geometry.OutPlane, 1),
                                    pc + ((long)p * depth * geometry.OutPlane), geometry.OutPlane, false);
                            }
                        }

                        ColumnKernels.Fold<T>(columns, new Span<T>((T*)images + ((long)n * channels * geometry.Plane), channels * geometry.Plane), channels, geometry);
                    }

                    memory.Release();
                });
            }
        }
    }

    private readonly struct WeightWork(Tensor gradient, Tensor x, Tensor sums, WindowGeometry g, int groups) : INumeric
    {
        public void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var (geometry, parts, count) = (g, groups, (int)x.Shape[0]);
            var (channels, outputs) = ((int)x.Shape[1], (int)sums.Shape[1]);
            var depth = channels / groups * g.Kernel;
            var each = outputs / groups;
            fixed (T* pg = gradient.Dense<T>(), px = x.Dense<T>(), ps = sums.Dense<T>())
            {
                var (gradients, images, results) = ((nint)pg, (nint)px, (nint)ps);
                Workers.For(sums.Shape[0], 1, (from, to) =>
                {
                    var memory = Storage.Allocate((long)channels * geometry.Kernel * geometry.OutPlane * sizeof(T));
                    var columns = memory.Span<T>();
                    for (var n = from * GradientChunk; n < Math.Min(to * GradientChunk, count); n++)
                    {
                        ColumnKernels.Unfold(new ReadOnlySpan<T>((T*)images + ((long)n * channels * geometry.Plane), channels * geometry.Plane), columns, channels, geometry);
                        fixed (T* pc = columns)
                        {
                            for (var p = 0; p < parts; p++)
                            {
                                Gemm.Multiply(
                                    each, depth, geometry.OutPlane,
                                    new MatrixView<T>((T*)gradients + ((((long)n * outputs) + (p * each)) * geometry.OutPlane), geometry.OutPlane, 1),
                                    new MatrixView<T>(pc + ((long)p * depth * geometry.OutPlane), 1, geometry.OutPlane),
                                    (T*)results + ((((long)(n / GradientChunk) * outputs) + (p * each)) * depth), depth, true);
                            }
                        }
                    }

                    memory.Release();
                });
            }
        }
    }

    // Images per thread so that each thread gets work worth waking it for.
    private static long Grain(int depth, int outputs, WindowGeometry g) =>
        Math.Max(1, Gemm.ParallelWork / 4 / Math.Max(1, (long)depth * outputs * g.OutPlane));
}
