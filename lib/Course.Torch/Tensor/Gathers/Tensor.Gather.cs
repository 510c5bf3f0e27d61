namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The listed indices of one dimension, in that order. index: 1-d, integer.</summary>
        [StaticTwin]
        public Tensor index_select(long dim, Tensor index)
        {
            var (d, outer, n, inner) = Split("index_select", dim);
            var rows = CheckIndex("index_select", index, n);
            var source = Packed();
            long[] shape = Rank == 0 ? [] : [.. Shape[..d], rows.Count, .. Shape[(d + 1)..]];
            var y = Empty(shape, _dtype);
            Dispatch.Move(_dtype, new SelectWork(source, rows, y, outer, n, inner));
            return Graph.Record(y, GatherRules.Select(d), [source], [rows]);
        }

        /// <summary>This tensor with alpha · source added to the listed indices; repeated indices add up.</summary>
        [StaticTwin]
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var (d, outer, n, inner) = Split("index_add", dim);
            var rows = CheckIndex("index_add", index, n);
            var added = (alpha.Real == 1 ? source : source * alpha).As(_dtype).Packed();
            CheckSource("index_add", d, rows, added);
            var y = Copy();
            Dispatch.Number(_dtype, new AddRowsWork(added, rows, y, outer, n, inner));
            return Graph.Record(y, GatherRules.IndexAdd(d), [this, added], [rows]);
        }

        [StaticTwin]
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            InPlace(x => x.index_add(dim, index, source, alpha), source);

        /// <summary>This tensor with the listed indices replaced by source.</summary>
        [StaticTwin]
        public Tensor index_copy(long dim, Tensor index, Tensor source)
        {
            var (d, outer, n, inner) = Split("index_copy", dim);
            var rows = CheckIndex("index_copy", index, n);
            var placed = source.As(_dtype).Packed();
            CheckSource("index_copy", d, rows, placed);
            var y = Copy();
            Dispatch.Move(_dtype, new PlaceWork(placed, rows, y, outer, n, inner));
            return Graph.Record(y, GatherRules.IndexCopy(d), [this, placed], [rows]);
        }

        [StaticTwin]
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => InPlace(x => x.index_copy(dim, index, source), source);

        /// <summary>This tensor with the listed indices set to a number.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            var (d, outer, n, inner) = Split("index_fill", dim);
            var rows = CheckIndex("index_fill", index, n);
            long[] shape = Rank == 0 ? [] : [.. Shape[..d], rows.Count, .. Shape[(d + 1)..]];
            var filled = torch.full(shape, value, _dtype);
            var y = Copy();
            Dispatch.Move(_dtype, new PlaceWork(filled, rows, y, outer, n, inner));
            return Graph.Record(y, GatherRules.IndexFill(d), [this], [rows]);
        }

        /// <summary>y[i][j] = this[index[i][j]][j] for dim 0, and so on for the others. index: as many dimensions, int64.</summary>
        [StaticTwin]
        public Tensor gather(long dim, Tensor index)
        {
            var d = Layout.Dim("gather", dim, Rank);
            var source = Packed();
            var at = source.Offsets("gather", d, index);
            var y = Empty(index.Shape, _dtype);
            Dispatch.Move(_dtype, new GatherWork(source, at, y));
            return Graph.Record(y, GatherRules.Gather(d), [source], [index]);
        }

        /// <summary>This tensor with y[index[i][j]][j] = src[i][j] for dim 0, and so on.</summary>
        [StaticTwin]
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            var (d, source, at) = PrepareScatter("scatter", dim, index, src);
            var y = Copy();
            Dispatch.Move(_dtype, new ScatterWork(Corner(source, index.Shape).Packed(), at, y));
            return Graph.Record(y, GatherRules.Scatter(d), [this, source], [index]);
        }

        [StaticTwin]
        public Tensor scatter_(long dim, Tensor index, Tensor src) => InPlace(x => x.scatter(dim, index, src), src);

        /// <summary>As scatter, but adding; repeated places add up.</summary>
        [StaticTwin]
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            var (d, source, at) = PrepareScatter("scatter_add", dim, index, src);
            var y = Copy();
            Dispatch.Number(_dtype, new ScatterAddWork(Corner(source, index.Shape).Packed(), at, y));
            return Graph.Record(y, GatherRules.ScatterAdd(d), [this, source], [index]);
        }

        [StaticTwin]
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => InPlace(x => x.scatter_add(dim, index, src), src);

        /// <summary>Elements by their number in logical order; the result has the index's shape.</summary>
        [StaticTwin]
        public Tensor take(Tensor index) => reshape(-1).index_select(0, index.reshape(-1)).reshape(index.Shape);

        public Tensor take_along_dim(Tensor indices) => reshape(-1).gather(0, indices.reshape(-1));

        /// <summary>As gather, with the other dimensions broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            var d = Layout.OwnDim("take_along_dim", dim, Rank);
            long[] own = this.shape, wanted = indices.shape;
            if (indices.Rank != Rank)
            {
                throw new TorchError($"take_along_dim: indices {indices.ShapeText} for a {ShapeText} tensor; the number of dimensions must be equal");
            }

            own[d] = wanted[d] = 1;
            var common = Layout.Broadcast("take_along_dim", own, wanted);
            long[] mine = [.. common], theirs = [.. common];
            (mine[d], theirs[d]) = (Shape[d], indices.Shape[d]);
            return expand(mine).gather(d, indices.expand(theirs));
        }

        /// <summary>Set to a number where the mask is true; the mask broadcasts.</summary>
        [InPlaceTwin]
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            CheckMask("masked_fill", mask);
            var shape = Layout.Broadcast("masked_fill", Shape, mask.Shape);
            var source = expand(shape);
            var y = source.Copy();
            Dispatch.Move(_dtype, new MaskedFillWork(mask, FromNumber(value).As(_dtype), y));
            return Graph.Record(y, GatherRules.MaskedFill, [source], [mask]);
        }

        /// <summary>The elements where the mask is true, 1-d.</summary>
        [StaticTwin]
        public Tensor masked_select(Tensor mask)
        {
            CheckMask("masked_select", mask);
            var shape = Layout.Broadcast("masked_select", Shape, mask.Shape);
            return expand(shape).reshape(-1).index_select(0, mask.expand(shape).reshape(-1).nonzero().reshape(-1));
        }

        /// <summary>Elements of value, in order, put where the mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value)
        {
            CheckMask("masked_scatter", mask);
            var places = mask.expand(Shape).reshape(-1).nonzero().reshape(-1);
            var source = value.reshape(-1);
            if (source.Count < places.Count)
            {
                throw new TorchError($"masked_scatter: {places.Count} places but only {source.Count} values");
            }

            return reshape(-1).index_copy(0, places, source.narrow(0, 0, places.Count)).reshape(Shape);
        }

        public Tensor masked_scatter_(Tensor mask, Tensor value) => InPlace(x => x.masked_scatter(mask, value), value);

        /// <summary>This where the condition is true, y elsewhere; all three broadcast.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>Coordinates of the elements that are not 0: (count, dimensions), int64.</summary>
        [StaticTwin]
        public Tensor nonzero()
        {
            var mask = (_dtype == ScalarType.Bool ? this : ne(0)).Packed();
            var flags = mask.Dense<byte>();
            var count = 0;
            foreach (var flag in flags)
            {
                count += flag;
            }

            var result = Empty([count, Rank], ScalarType.Int64);
            var coordinates = result.Dense<long>();
            var row = 0;
            for (var i = 0; i < flags.Length; i++)
            {
                if (flags[i] != 0)
                {
                    var rest = (long)i;
                    for (var d = Rank - 1; d >= 0; d--)
                    {
                        coordinates[(row * Rank) + d] = rest % Shape[d];
                        rest /= Shape[d];
                    }

                    row++;
                }
            }

            return Tensor.Done(result, mask);
        }

        [StaticTwin]
        public Tensor argwhere() => nonzero();

        public IList<Tensor> nonzero_as_list() => nonzero().unbind(1);

        /// <summary>The corner [0, shape) of every dimension. A view.</summary>
        internal static Tensor Corner(Tensor tensor, long[] shape)
        {
            for (var d = 0; d < shape.Length; d++)
            {
                if (tensor.Shape[d] != shape[d])
                {
                    tensor = tensor.narrow(d, 0, shape[d]);
                }
            }

            return tensor;
        }

        private (int Dim, int Outer, int N, int Inner) Split(string op, long dim)
        {
            var d = Layout.Dim(op, dim, Rank);
            return Rank == 0
                ? (0, 1, 1, 1)
                : (d, (int)Layout.Count(Shape.AsSpan(0, d)), (int)Shape[d], (int)Layout.Count(Shape.AsSpan(d + 1)));
        }

        private Tensor CheckIndex(string op, Tensor index, int size)
        {
            if (index.Rank > 1 || !index.dtype.IsInteger())
            {
                throw new TorchError($"{op}: index is {index.dtype} {index.ShapeText}; it must be a 1-d tensor of integers");
            }

            var rows = index.to_type(ScalarType.Int64).Packed();
            foreach (var i in rows.Dense<long>())
            {
                if (i < 0 || i >= size)
                {
                    throw new TorchError($"{op}: index {i} is out of bounds for size {size} of a {ShapeText} tensor");
                }
            }

            return rows;
        }

        private void CheckSource(string op, int dim, Tensor rows, Tensor source)
        {
            long[] wanted = Rank == 0 ? [] : [.. Shape[..dim], rows.Count, .. Shape[(dim + 1)..]];
            if (!source.Shape.AsSpan().SequenceEqual(wanted))
            {
                throw new TorchError($"{op}: source {source.ShapeText} for {rows.Count} indices of dimension {dim} of a {ShapeText} tensor; it must be {Layout.Text(wanted)}");
            }
        }

        private static void CheckMask(string op, Tensor mask)
        {
            if (mask.dtype != ScalarType.Bool)
            {
                throw new TorchError($"{op}: the mask is {mask.dtype}; compare to get a Bool tensor, e.g. mask.ne(0)");
            }
        }

        private (int Dim, Tensor Source, int[] At) PrepareScatter(string op, long dim, Tensor index, Tensor src)
        {
            var d = Layout.Dim(op, dim, Rank);
            if (src.dtype != _dtype)
            {
                throw new TorchError($"{op}: src is {src.dtype}, this tensor {_dtype}; convert one");
            }

            for (var i = 0; i < index.Rank; i++)
            {
                if (src.Rank != index.Rank || src.Shape[i] < index.Shape[i])
                {
                    throw new TorchError($"{op}: src {src.ShapeText} is smaller than index {index.ShapeText}");
                }
            }

            return (d, src, Offsets(op, d, index));
        }

        // Where each entry of index points in a dense tensor of this shape.
        private int[] Offsets(string op, int dim, Tensor index)
        {
            if (index.dtype != ScalarType.Int64 || index.Rank != Rank)
            {
                throw new TorchError($"{op}: index is {index.dtype} {index.ShapeText} for a {ShapeText} tensor; it must be Int64 with {Rank} dimensions");
            }

            var strides = Layout.RowMajor(Shape);
            var entries = index.Packed();
            var values = entries.Dense<long>();
            var at = new int[values.Length];
            var position = new long[Math.Max(Rank, 1)];
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] < 0 || values[i] >= (Rank == 0 ? 1 : Shape[dim]))
                {
                    throw new TorchError($"{op}: index {values[i]} is out of bounds for dimension {dim} with size {(Rank == 0 ? 1 : Shape[dim])} of a {ShapeText} tensor");
                }

                var offset = 0L;
                for (var d = 0; d < Rank; d++)
                {
                    offset += (d == dim ? values[i] : position[d]) * strides[d];
                }

                at[i] = (int)offset;
                Advance(position, index.Shape);
            }

            for (var d = 0; d < Rank; d++)
            {
                if (d != dim && index.Shape[d] > Shape[d])
                {
                    throw new TorchError($"{op}: index {index.ShapeText} exceeds the {ShapeText} tensor in dimension {d}");
                }
            }

            GC.KeepAlive(entries);
            return at;
        }

        private static void Advance(long[] position, long[] shape)
        {
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                if (++position[d] < shape[d])
                {
                    return;
                }

                position[d] = 0;
            }
        }
    }
}
