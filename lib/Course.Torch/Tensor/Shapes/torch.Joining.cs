namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joined along an existing dimension; the other sizes must be equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        // A 1-d tensor without elements joins anything, as in torch.
        var parts = tensors.Where(t => t.Rank != 1 || t.Count > 0).ToArray();
        if (parts.Length == 0)
        {
            return tensors.Count > 0 ? tensors[0].clone() : throw new TorchError("cat: an empty list; give at least one tensor");
        }

        var d = Layout.Dim("cat", dim, parts[0].Rank);
        var type = parts.Select(t => t.dtype).Aggregate(DTypes.Promote);
        var shape = parts[0].shape;
        shape[d] = parts.Sum(t => CheckJoin(parts[0], t, d));
        parts = Array.ConvertAll(parts, t => t.As(type));
        var y = Tensor.Empty(shape, type);
        var start = 0L;
        foreach (var part in parts)
        {
            using var place = y.Window(part.Shape, y.Strides, start * y.Strides[d]);
            Copying.Copy(part, place);
            start += part.Shape[d];
        }

        return Graph.Record(y, JoinRules.Cat(d), parts);
    }

    public static Tensor cat(Tensor[] tensors, long dim = 0) => cat((IList<Tensor>)tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Joined along a new dimension; all shapes must be equal.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var parts = tensors.ToArray();
        if (parts.Length == 0)
        {
            throw new TorchError("stack: an empty list; give at least one tensor");
        }

        foreach (var part in parts)
        {
            if (!part.Shape.AsSpan().SequenceEqual(parts[0].Shape))
            {
                throw new TorchError($"stack: {parts[0].ShapeText} and {part.ShapeText}; all shapes must be equal");
            }
        }

        return cat(Array.ConvertAll(parts, part => part.unsqueeze(dim)), Layout.Dim("stack", dim, parts[0].Rank + 1));
    }

    /// <summary>Side by side: along dimension 1, or 0 for vectors.</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors)
    {
        var parts = tensors.Select(t => t.Rank == 0 ? t.reshape(1) : t).ToArray();
        return cat(parts, parts.Length > 0 && parts[0].Rank == 1 ? 0 : 1);
    }

    public static Tensor hstack(IList<Tensor> tensors) => hstack((IEnumerable<Tensor>)tensors);

    public static Tensor hstack(params Tensor[] tensors) => hstack((IEnumerable<Tensor>)tensors);

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack((IEnumerable<Tensor>)tensors.ToArray());

    /// <summary>On top of each other: vectors become rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => cat(tensors.Select(t => t.Rank < 2 ? t.reshape(1, -1) : t).ToArray());

    public static Tensor vstack(Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack((IList<Tensor>)tensors.ToArray());

    /// <summary>Behind each other, along a third dimension: vectors become rows first.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => cat(tensors.Select(t => (t.Rank < 2 ? t.reshape(1, -1) : t) is { Rank: 2 } flat ? flat.unsqueeze(-1) : t).ToArray(), 2);

    public static Tensor dstack(IList<Tensor> tensors) => dstack((IEnumerable<Tensor>)tensors);

    public static Tensor dstack(params Tensor[] tensors) => dstack((IEnumerable<Tensor>)tensors);

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack((IEnumerable<Tensor>)tensors.ToArray());

    /// <summary>Vectors as columns of a matrix.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => cat(tensors.Select(t => t.Rank < 2 ? t.reshape(-1, 1) : t).ToArray(), 1);

    public static Tensor column_stack(params Tensor[] tensors) => column_stack((IList<Tensor>)tensors);

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack((IList<Tensor>)tensors.ToArray());

    /// <summary>Matrices along a diagonal, 0 elsewhere.</summary>
    public static Tensor block_diag(params Tensor[] tensors)
    {
        var blocks = tensors.Select(t => t.Rank switch { 0 => t.reshape(1, 1), 1 => t.reshape(1, -1), _ => t }).ToArray();
        var (columns, before) = (blocks.Sum(block => block.Shape[1]), 0L);
        var rows = new List<Tensor>();
        foreach (var block in blocks)
        {
            var (height, after) = (block.Shape[0], columns - before - block.Shape[1]);
            rows.Add(cat([zeros(height, before, block.dtype), block, zeros(height, after, block.dtype)], 1));
            before += block.Shape[1];
        }

        return cat(rows);
    }

    /// <summary>Coordinates of a grid: one tensor per axis, each of the grid's shape.</summary>
    /// <param name="indexing">"ij": rows first; "xy": the first two axes swapped.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        var axes = tensors.Select(t => t.reshape(-1)).ToArray();
        var swap = indexing == "xy" && axes.Length >= 2;
        if (swap)
        {
            (axes[0], axes[1]) = (axes[1], axes[0]);
        }

        var shape = axes.Select(axis => axis.Shape[0]).ToArray();
        var grids = axes.Select((axis, i) =>
        {
            var own = Enumerable.Repeat(1L, axes.Length).ToArray();
            own[i] = -1;
            return axis.reshape(own).expand(shape);
        }).ToArray();
        if (swap)
        {
            (grids[0], grids[1]) = (grids[1], grids[0]);
        }

        return grids;
    }

    /// <summary>All ordered choices of one element from each vector, as rows.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => stack(meshgrid(tensors).Select(grid => grid.reshape(-1)), -1);

    public static Tensor cartesian_prod(params Tensor[] tensors) => cartesian_prod((IList<Tensor>)tensors);

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod((IList<Tensor>)tensors.ToArray());

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var shape = tensors.Select(t => t.Shape).Aggregate((a, b) => Layout.Broadcast("broadcast_tensors", a, b));
        return Array.ConvertAll(tensors, t => t.expand(shape));
    }

    public static Size broadcast_shapes(params long[][] shapes) =>
        new(shapes.Aggregate((a, b) => Layout.Broadcast("broadcast_shapes", a, b)));

    /// <summary>x where the condition is true, y elsewhere; all three broadcast.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.dtype != ScalarType.Bool)
        {
            throw new TorchError($"where: the condition is {condition.dtype}; compare to get a Bool tensor, e.g. c.ne(0)");
        }

        var shape = Layout.Broadcast("where", Layout.Broadcast("where", condition.Shape, x.Shape), y.Shape);
        var type = Tensor.CommonType(x, y);
        var (mask, a, b) = (condition.expand(shape).Packed(), x.As(type).expand(shape).Packed(), y.As(type).expand(shape).Packed());
        var result = Tensor.Empty(shape, type);
        Dispatch.Move(type, new WhereWork(mask, a, b, result));
        return Graph.Record(result, GatherRules.Where, [a, b], [mask]);
    }

    /// <summary>Coordinates of the true entries, one tensor per dimension.</summary>
    public static Tensor[] where(Tensor condition) => condition.nonzero().unbind(1);

    private static long CheckJoin(Tensor first, Tensor next, int dim)
    {
        for (var d = 0; d < Math.Max(first.Rank, next.Rank); d++)
        {
            if (first.Rank != next.Rank || (d != dim && first.Shape[d] != next.Shape[d]))
            {
                throw new TorchError($"cat: {first.ShapeText} and {next.ShapeText} along dimension {dim}: every other size must be equal");
            }
        }

        return first.Rank == 0 ? throw new TorchError("cat: 0-d tensors cannot be joined; use stack") : next.Shape[dim];
    }
}
