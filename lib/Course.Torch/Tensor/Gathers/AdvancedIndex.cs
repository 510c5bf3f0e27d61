using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Picking by index tensors: the picked dimensions are brought to the front and numbered through as rows,
/// so that reading is index_select and writing is index_copy, with their gradients.
/// </summary>
internal sealed class AdvancedIndex
{
    private readonly Tensor _rowsFirst;
    private readonly Tensor _rowNumbers;
    private readonly long[] _picked;
    private readonly long[] _rest;
    private readonly int _resultDim;
    private readonly long _rowCount;

    public AdvancedIndex(Tensor source, List<(int Dim, Tensor Items)> indices)
    {
        var dims = indices.Select(index => index.Dim).ToArray();
        var others = Enumerable.Range(0, source.Rank).Except(dims).ToArray();
        _rowsFirst = source.permute(dims.Concat(others).Select(d => (long)d).ToArray());
        _picked = indices.Select(index => index.Items.Shape).Aggregate((a, b) => Layout.Broadcast("index", a, b));
        _rest = others.Select(d => source.Shape[d]).ToArray();
        _rowCount = Layout.Count(dims.Select(d => source.Shape[d]).ToArray());
        var adjacent = dims.Zip(dims.Skip(1)).All(pair => pair.Second == pair.First + 1);
        _resultDim = adjacent ? dims[0] : 0;
        _rowNumbers = NumberRows(source, indices);
    }

    public Tensor Read() => FromRows(Rows(_rowsFirst).index_select(0, _rowNumbers));

    public void Write(Tensor value, bool accumulate)
    {
        long[] resultShape = [.. _rest[.._resultDim], .. _picked, .. _rest[_resultDim..]];
        if (!Layout.Broadcast("index_put_", resultShape, value.Shape).AsSpan().SequenceEqual(resultShape))
        {
            throw new TorchError($"index_put_: {value.ShapeText} does not broadcast to the indexed part {Layout.Text(resultShape)}");
        }

        var rows = Rows(_rowsFirst);
        var values = ToRows(value.As(_rowsFirst.dtype).expand(resultShape));
        var written = accumulate ? rows.index_add(0, _rowNumbers, values, 1) : rows.index_copy(0, _rowNumbers, values);
        _rowsFirst.copy_(written.reshape(_rowsFirst.Shape));
    }

    private Tensor Rows(Tensor rowsFirst) => rowsFirst.reshape(_rowCount, Layout.Count(_rest));

    private Tensor FromRows(Tensor rows)
    {
        var shaped = rows.reshape([.. _picked, .. _rest]);
        return _resultDim == 0 ? shaped : shaped.movedim(Sequence(0, _picked.Length), Sequence(_resultDim, _picked.Length));
    }

    private Tensor ToRows(Tensor values)
    {
        var front = _resultDim == 0 ? values : values.movedim(Sequence(_resultDim, _picked.Length), Sequence(0, _picked.Length));
        return front.reshape(Layout.Count(_picked), Layout.Count(_rest));
    }

    private static long[] Sequence(int start, int count) => Enumerable.Range(start, count).Select(d => (long)d).ToArray();

    private Tensor NumberRows(Tensor source, List<(int Dim, Tensor Items)> indices)
    {
        var numbers = new long[Layout.Count(_picked)];
        foreach (var (dim, items) in indices)
        {
            var size = source.Shape[dim];
            var values = items.expand(_picked).Packed();
            var span = values.Dense<long>();
            for (var i = 0; i < numbers.Length; i++)
            {
                if (span[i] < -size || span[i] >= size)
                {
                    throw new TorchError($"index {span[i]} is out of bounds for dimension {dim} with size {size} of a {source.ShapeText} tensor");
                }

                numbers[i] = (numbers[i] * size) + (span[i] < 0 ? span[i] + size : span[i]);
            }

            GC.KeepAlive(values);
        }

        return tensor(numbers);
    }
}
