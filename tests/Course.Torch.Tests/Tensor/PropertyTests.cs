using FsCheck.Xunit;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Tensors;

/// <summary>Laws of broadcasting, views and promotion, on random shapes.</summary>
public class PropertyTests
{
    private static readonly ScalarType[] Types = [float32, float64, int64, int32, int16, int8, uint8, torch.@bool];

    [Property(MaxTest = 200)]
    public bool Broadcasting_OfAnyPair_IsSymmetricOrFailsBothWays(byte[] first, byte[] second)
    {
        var (a, b) = (Shape(first), Shape(second));
        return Result(a, b) is var left && Result(b, a) is var right && (left is null ? right is null : left.SequenceEqual(right!));

        static long[]? Result(long[] x, long[] y)
        {
            try
            {
                return (zeros(x) + zeros(y)).shape;
            }
            catch (System.Runtime.InteropServices.ExternalException)
            {
                return null;
            }
        }
    }

    [Property(MaxTest = 200)]
    public bool Expand_ThenSum_CountsTheCopies(byte[] sizes)
    {
        var shape = Shape(sizes);
        var t = ones(shape).unsqueeze(0).expand([3, .. shape]);
        return t.sum().item<float>() == 3 * shape.Aggregate(1L, (product, size) => product * size);
    }

    [Property(MaxTest = 200)]
    public bool Permute_AndBack_IsTheSameTensor(byte[] sizes, int seed)
    {
        var shape = Shape(sizes);
        var t = arange(shape.Aggregate(1L, (product, size) => product * size)).reshape(shape);
        var order = Enumerable.Range(0, shape.Length).OrderBy(d => (d * 7919) ^ seed).Select(d => (long)d).ToArray();
        var back = order.Select((_, d) => (long)Array.IndexOf(order, d)).ToArray();
        return t.permute(order).permute(back).Equals(t) && t.permute(order).contiguous().Equals(t.permute(order));
    }

    [Property(MaxTest = 200)]
    public bool Slices_JoinedAgain_AreTheWhole(byte[] sizes, byte at)
    {
        var shape = Shape([.. sizes, (byte)3]);
        var t = arange(shape.Aggregate(1L, (product, size) => product * size)).reshape(shape);
        var cut = at % (shape[^1] + 1);
        return cat([t.narrow(-1, 0, cut), t.narrow(-1, cut, shape[^1] - cut)], -1).Equals(t);
    }

    [Property(MaxTest = 200)]
    public bool Writing_ThroughAView_ReachesTheBase(byte[] sizes)
    {
        var shape = Shape([.. sizes, (byte)2]);
        var t = zeros(shape);
        if (shape[^1] == 0)
        {
            return true; // nothing to write to
        }

        t.transpose(0, -1).select(0, 0).add_(1);
        return t.sum().item<float>() == t.numel() / shape[^1];
    }

    [Property(MaxTest = 200)]
    public bool Promotion_IsSymmetricAndAssociative(byte a, byte b, byte c)
    {
        var (x, y, z) = (Types[a % 8], Types[b % 8], Types[c % 8]);
        return promote_types(x, y) == promote_types(y, x)
            && promote_types(promote_types(x, y), z) == promote_types(x, promote_types(y, z))
            && (zeros([1], x) + zeros([1], y)).dtype == promote_types(x, y);
    }

    private static long[] Shape(byte[]? sizes) => (sizes ?? []).Take(4).Select(size => (long)(size % 4)).ToArray();
}
