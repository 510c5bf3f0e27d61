using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Elementwise work handed to the host's kernels in one call, whatever the layouts. False where the host has no kernel for it.</summary>
internal static unsafe class HostWalks
{
    public static bool TryMap<TKernel>(Tensor x, Tensor y) => x.dtype switch
    {
        ScalarType.Float32 => TryRun(HostKernel.MapFloats, HostKernels.MapOf<float, TKernel>(), x, y),
        ScalarType.Float64 => TryRun(HostKernel.MapDoubles, HostKernels.MapOf<double, TKernel>(), x, y),
        _ => false,
    };

    public static bool TryZip<TKernel>(Tensor a, Tensor b, Tensor y) => y.dtype switch
    {
        ScalarType.Float32 => TryRun(HostKernel.ZipFloats, HostKernels.ZipOf<float, TKernel>(), a, b, y),
        ScalarType.Float64 => TryRun(HostKernel.ZipDoubles, HostKernels.ZipOf<double, TKernel>(), a, b, y),
        _ => false,
    };

    public static bool TryCompare<TKernel>(Tensor a, Tensor b, Tensor y) => a.dtype switch
    {
        ScalarType.Float32 => TryRun(HostKernel.CompareFloats, HostKernels.ComparisonOf<float, TKernel>(), a, b, y),
        ScalarType.Float64 => TryRun(HostKernel.CompareDoubles, HostKernels.ComparisonOf<double, TKernel>(), a, b, y),
        ScalarType.Int64 => TryRun(HostKernel.CompareLongs, HostKernels.ComparisonOf<long, TKernel>(), a, b, y),
        _ => false,
    };

    public static bool TryCopy(Tensor source, Tensor target) => TryRun(HostKernel.Copy, 0, source, target);

    public static bool TryConvert(Tensor source, Tensor target) => TryRun(HostKernel.Convert, Conversion(source.dtype, target.dtype), source, target);

    /// <summary>y = value where the mask, broadcast to y, is true.</summary>
    public static bool TryFill(Tensor mask, Tensor value, Tensor y) => TryRun(HostKernel.FillWhere, 0, mask, y, value, written: 1);

    // In the order of moving.c: nothing is cut off.
    private static int Conversion(ScalarType from, ScalarType to) => (from, to) switch
    {
        (ScalarType.Bool or ScalarType.Byte, ScalarType.Float32) => 0,
        (ScalarType.Bool or ScalarType.Byte, ScalarType.Float64) => 1,
        (ScalarType.Bool or ScalarType.Byte, ScalarType.Int64) => 2,
        (ScalarType.Int64, ScalarType.Float32) => 3,
        (ScalarType.Int64, ScalarType.Float64) => 4,
        (ScalarType.Float32, ScalarType.Float64) => 5,
        (ScalarType.Float64, ScalarType.Float32) => 6,
        _ => -1,
    };

    private static bool TryRun(HostKernel kernel, int code, Tensor x, Tensor y) => TryRun(kernel, code, x, y, y, written: 1);

    private static bool TryRun(HostKernel kernel, int code, Tensor x, Tensor y, Tensor z, int written = 2)
    {
        var target = written == 1 ? y : z;
        var walk = new HostKernels.Walk { Code = code };
        if (code < 0 || (target.Count > 0 && !TryLayOut(ref walk, target.Shape, x, y, z)))
        {
            return false;
        }

        if (target.Count > 0)
        {
            (walk.Bytes[0], walk.Bytes[1], walk.Bytes[2]) = ((int)x.ElementSize, (int)y.ElementSize, (int)z.ElementSize);
            fixed (byte* px = x.Storage.Span<byte>(), py = y.Storage.Span<byte>(), pz = z.Storage.Span<byte>())
            {
                walk.X = px + (x.Offset * x.ElementSize);
                walk.Y = py + (y.Offset * y.ElementSize);
                walk.Z = pz + (z.Offset * z.ElementSize);
                HostKernels.Run(kernel, ref walk);
            }
        }

        return true;
    }

    private static bool TryLayOut(ref HostKernels.Walk walk, long[] shape, Tensor x, Tensor y, Tensor z)
    {
        if (SameDense(shape, x) && SameDense(shape, y) && SameDense(shape, z))
        {
            walk.OneRow(x.Count);
            return true;
        }

        // Neighbouring dimensions that every operand steps through evenly become one.
        var rank = 0;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            if (shape[d] == 1)
            {
                continue;
            }

            var back = shape.Length - d;
            int sx = StepOf(x, back), sy = StepOf(y, back), sz = StepOf(z, back), last = rank - 1;
            if (rank > 0 && sx == walk.Step[last] * walk.Size[last] && sy == walk.Step[HostKernels.MaxRank + last] * walk.Size[last]
                && sz == walk.Step[(2 * HostKernels.MaxRank) + last] * walk.Size[last])
            {
                walk.Size[last] *= (int)shape[d];
                continue;
            }

            if (rank == HostKernels.MaxRank)
            {
                return false;
            }

            (walk.Size[rank], walk.Step[rank], walk.Step[HostKernels.MaxRank + rank], walk.Step[(2 * HostKernels.MaxRank) + rank]) = ((int)shape[d], sx, sy, sz);
            rank++;
        }

        if (rank == 0)
        {
            walk.OneRow(1);
        }
        else
        {
            walk.Rank = rank;
        }

        return true;
    }

    private static bool SameDense(long[] shape, Tensor x) => x.IsDense && (ReferenceEquals(shape, x.Shape) || shape.AsSpan().SequenceEqual(x.Shape));

    // Of the dimension counted from the end; 0 where it repeats.
    private static int StepOf(Tensor x, int back)
    {
        var d = x.Rank - back;
        return d < 0 || x.Shape[d] == 1 ? 0 : (int)x.Strides[d];
    }
}
