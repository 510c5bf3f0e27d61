namespace TorchSharp;

/// <summary>Shapes and strides: pure arithmetic, in elements.</summary>
internal static class Layout
{
    public static long Count(ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape)
        {
            count *= size;
        }

        return count;
    }

    public static long[] RowMajor(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        var step = 1L;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(shape[d], 1);
        }

        return strides;
    }

    public static bool IsRowMajor(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var step = 1L;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            if (shape[d] == 0)
            {
                return true;
            }

            if (shape[d] != 1 && strides[d] != step)
            {
                return false;
            }

            step *= shape[d];
        }

        return true;
    }

    /// <summary>The common shape of two operands, aligned at the last dimension.</summary>
    public static long[] Broadcast(string op, long[] a, long[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return a;
        }

        var rank = Math.Max(a.Length, b.Length);
        var shape = new long[rank];
        for (var d = 1; d <= rank; d++)
        {
            var sizeA = d <= a.Length ? a[^d] : 1;
            var sizeB = d <= b.Length ? b[^d] : 1;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
            {
                throw new TorchError(
                    $"{op}: {Text(a)} and {Text(b)} do not broadcast: counted from the right, dimension {d} is {sizeA} against {sizeB}; sizes must be equal or 1");
            }

            shape[^d] = sizeA == 1 ? sizeB : sizeA;
        }

        return shape;
    }

    /// <summary>Strides that read an operand as if it had <paramref name="target"/> shape: 0 where it is repeated.</summary>
    public static long[] ExpandStrides(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        var expanded = new long[target.Length];
        var lead = target.Length - shape.Length;
        for (var d = 0; d < shape.Length; d++)
        {
            expanded[lead + d] = shape[d] == 1 && target[lead + d] != 1 ? 0 : strides[d];
        }

        return expanded;
    }

    /// <summary>A dimension counted from either end, as a non-negative index.</summary>
    public static int Dim(string op, long dim, int rank)
    {
        var limit = Math.Max(rank, 1);
        if (dim < -limit || dim >= limit)
        {
            throw new TorchError($"{op}: dimension {dim} of a {rank}-d tensor; give {-limit} to {limit - 1}");
        }

        return (int)(dim < 0 ? dim + limit : dim);
    }

    /// <summary>As <see cref="Dim"/>, for what needs a dimension to work on: a 0-d tensor has none.</summary>
    public static int OwnDim(string op, long dim, int rank) => rank > 0
        ? Dim(op, dim, rank)
        : throw new TorchError($"{op}: a 0-d tensor has no dimension {dim}; reshape it first, e.g. t.reshape(1)");

    /// <summary>Marks each listed dimension; all when the list is empty.</summary>
    public static bool[] DimMask(string op, ReadOnlySpan<long> dims, int rank)
    {
        var mask = new bool[rank];
        if (dims.IsEmpty)
        {
            Array.Fill(mask, true);
        }

        foreach (var dim in dims)
        {
            var d = Dim(op, dim, rank);
            if (rank == 0)
            {
                continue;
            }

            if (mask[d])
            {
                throw new TorchError($"{op}: dimension {d} is listed twice");
            }

            mask[d] = true;
        }

        return mask;
    }

    /// <summary>Fills in a single −1 and checks that the count stays.</summary>
    public static long[] Infer(string op, long count, ReadOnlySpan<long> from, ReadOnlySpan<long> shape)
    {
        var result = shape.ToArray();
        var known = 1L;
        var hole = -1;
        for (var d = 0; d < result.Length; d++)
        {
            if (result[d] >= 0)
            {
                known *= result[d];
            }
            else if (result[d] == -1 && hole < 0)
            {
                hole = d;
            }
            else
            {
                throw new TorchError($"{op}: shape {Text(shape)}: at most one size may be -1, none below");
            }
        }

        if (hole >= 0 && known > 0 && count % known == 0)
        {
            result[hole] = count / known;
            return result;
        }

        if (hole >= 0 || known != count)
        {
            throw new TorchError($"{op}: {Text(from)} has {count} elements and does not fit into {Text(shape)}; the products must agree");
        }

        return result;
    }

    /// <summary>Strides for <paramref name="target"/> over the same elements without a copy, or null if only a copy can do it.</summary>
    public static long[]? Restride(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        if (IsRowMajor(shape, strides))
        {
            return RowMajor(target);
        }

        var result = new long[target.Length];
        var t = target.Length - 1;
        for (var d = shape.Length - 1; d >= 0;)
        {
            // One block of source dimensions that lie densely behind each other.
            var innermost = strides[d];
            var block = shape[d--];
            while (d >= 0 && (shape[d] == 1 || strides[d] == block * innermost))
            {
                block *= shape[d--];
            }

            var taken = 1L;
            while (t >= 0 && (taken < block || target[t] == 1))
            {
                result[t] = innermost * taken;
                taken *= target[t--];
            }

            if (taken != block)
            {
                return null;
            }
        }

        return result;
    }

    public static string Text(ReadOnlySpan<long> shape) => "(" + string.Join(", ", shape.ToArray()) + (shape.Length == 1 ? ",)" : ")");
}
