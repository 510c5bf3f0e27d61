namespace TorchSharp;

/// <summary>
/// Walks operands of one shape row by row: neighbouring dimensions that every operand steps through evenly are merged,
/// the innermost one is the row, the rest is an odometer of offsets.
/// </summary>
internal ref struct StridedRows
{
    private readonly long[] _size;
    private readonly long[][] _stride;
    private readonly long[] _offset;
    private readonly long[] _index;
    private readonly int _rank;

    /// <param name="shape">Common shape, no zero sizes.</param>
    /// <param name="strides">One stride list per operand, already expanded to the shape.</param>
    public StridedRows(ReadOnlySpan<long> shape, params long[][] strides)
    {
        _size = new long[Math.Max(shape.Length, 1)];
        _stride = new long[strides.Length][];
        for (var o = 0; o < strides.Length; o++)
        {
            _stride[o] = new long[_size.Length];
        }

        _offset = new long[strides.Length];
        _index = new long[_size.Length];
        _rank = Merge(shape, strides);
        RowCount = Layout.Count(_size.AsSpan(1, _rank - 1));
    }

    /// <summary>Elements in a row.</summary>
    public readonly int Length => (int)_size[0];

    public long RowCount { get; }

    /// <summary>Where the current row of an operand starts, in elements.</summary>
    public readonly int Start(int operand) => (int)_offset[operand];

    /// <summary>Step within a row: 1 dense, 0 repeated.</summary>
    public readonly int Step(int operand) => (int)_stride[operand][0];

    public readonly bool Next()
    {
        for (var d = 1; d < _rank; d++)
        {
            if (++_index[d] < _size[d])
            {
                Shift(d, 1);
                return true;
            }

            _index[d] = 0;
            Shift(d, 1 - _size[d]);
        }

        return false;
    }

    // Dimension 0 of the merged list is the innermost.
    private readonly int Merge(ReadOnlySpan<long> shape, long[][] strides)
    {
        var rank = 0;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            if (shape[d] == 1)
            {
                continue;
            }

            if (rank > 0 && Continues(rank - 1, strides, d))
            {
                _size[rank - 1] *= shape[d];
                continue;
            }

            _size[rank] = shape[d];
            for (var o = 0; o < strides.Length; o++)
            {
                _stride[o][rank] = strides[o][d];
            }

            rank++;
        }

        if (rank == 0)
        {
            _size[0] = 1;
            rank = 1;
        }

        return rank;
    }

    private readonly bool Continues(int merged, long[][] strides, int d)
    {
        for (var o = 0; o < strides.Length; o++)
        {
            if (strides[o][d] != _stride[o][merged] * _size[merged])
            {
                return false;
            }
        }

        return true;
    }

    private readonly void Shift(int d, long steps)
    {
        for (var o = 0; o < _offset.Length; o++)
        {
            _offset[o] += steps * _stride[o][d];
        }
    }
}
