namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All dimensions reversed. A view.</summary>
        public Tensor T => permute(Enumerable.Range(0, Rank).Reverse().Select(d => (long)d).ToArray());

        /// <summary>The last two dimensions swapped. A view.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <inheritdoc cref="T"/>
        public Tensor H => T;

        /// <inheritdoc cref="mT"/>
        public Tensor mH => mT;

        /// <summary>Another shape over the same memory. One size may be −1.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The element counts differ, or only a copy could do it: use reshape.</exception>
        public Tensor view(params long[] shape)
        {
            var target = Layout.Infer("view", NumberOfElements, Shape, shape);
            return Restrided(target) ?? throw new TorchError(
                $"view: a {ShapeText} tensor with strides {Layout.Text(_strides)} cannot be seen as {Layout.Text(target)} without a copy; use reshape");
        }

        public Tensor view_as(Tensor other) => view(other.Shape);

        /// <summary>Another shape; a view if the memory allows, else a copy. One size may be −1.</summary>
        public Tensor reshape(params long[] shape)
        {
            var target = Layout.Infer("reshape", NumberOfElements, Shape, shape);
            return Restrided(target) ?? contiguous().Restrided(target)!;
        }

        /// <summary>Dimensions start_dim to end_dim made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var (first, last) = (Layout.Dim("flatten", start_dim, Rank), Layout.Dim("flatten", end_dim, Rank));
            if (first > last)
            {
                throw new TorchError($"flatten: start_dim {start_dim} lies behind end_dim {end_dim}");
            }

            return Rank == 0 ? reshape(1) : reshape([.. Shape[..first], Layout.Count(Shape.AsSpan(first, last - first + 1)), .. Shape[(last + 1)..]]);
        }

        /// <summary>One dimension made several; one of the sizes may be −1.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Layout.OwnDim("unflatten", dim, Rank);
            var parts = Layout.Infer("unflatten", Shape[d], Shape.AsSpan(d, 1), sizes);
            return view([.. Shape[..d], .. parts, .. Shape[(d + 1)..]]);
        }

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor ravel() => reshape(-1);

        /// <summary>Two dimensions swapped. A view.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            var (a, b) = (Layout.Dim("transpose", dim0, Rank), Layout.Dim("transpose", dim1, Rank));
            var order = Enumerable.Range(0, Rank).ToArray();
            if (Rank > 0)
            {
                (order[a], order[b]) = (order[b], order[a]);
            }

            return Permuted(order, "transpose");
        }

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Rows and columns swapped; at most 2-d.</summary>
        public Tensor t() => Rank switch
        {
            <= 1 => alias(),
            2 => transpose(0, 1),
            _ => throw new TorchError($"t: a {ShapeText} tensor has {Rank} dimensions; use mT for the last two or permute"),
        };

        public Tensor adjoint() => mT;

        /// <summary>Dimensions in the listed order. A view.</summary>
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != Rank)
            {
                throw new TorchError($"permute: {permutation.Length} dimensions listed for a {ShapeText} tensor; list each of its {Rank} once");
            }

            var order = Array.ConvertAll(permutation, dim => Layout.Dim("permute", dim, Rank));
            _ = Layout.DimMask("permute", permutation, Rank);
            return Permuted(order, "permute");
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>Dimensions moved to new places, the others in their order. A view.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length)
            {
                throw new TorchError($"movedim: {source.Length} sources and {destination.Length} destinations; give one for each");
            }

            var order = new int[Rank];
            Array.Fill(order, -1);
            var moved = new bool[Rank];
            for (var i = 0; i < source.Length; i++)
            {
                var from = Layout.OwnDim("movedim", source[i], Rank);
                order[Layout.OwnDim("movedim", destination[i], Rank)] = from;
                moved[from] = true;
            }

            var rest = Enumerable.Range(0, Rank).Where(d => !moved[d]).GetEnumerator();
            for (var d = 0; d < Rank; d++)
            {
                if (order[d] < 0)
                {
                    rest.MoveNext();
                    order[d] = rest.Current;
                }
            }

            return Permuted(order, "movedim");
        }

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Without dimensions of size 1: all of them, or the given one if its size is 1. A view.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } given ? Layout.Dim("squeeze", given, Rank) : -1;
            var kept = Enumerable.Range(0, Rank).Where(d => Shape[d] != 1 || (only >= 0 && d != only)).ToArray();
            return View(kept.Select(d => Shape[d]).ToArray(), kept.Select(d => _strides[d]).ToArray(), _offset, ViewRules.Reshape);
        }

        public Tensor squeeze_(long? dim = null) => BecomeViewOf(squeeze(dim));

        /// <summary>With a dimension of size 1 inserted. A view.</summary>
        public Tensor unsqueeze(long dim)
        {
            var d = Layout.Dim("unsqueeze", dim, Rank + 1);
            var step = d < Rank ? _strides[d] * Shape[d] : 1;
            return View([.. Shape[..d], 1, .. Shape[d..]], [.. _strides[..d], step, .. _strides[d..]], _offset, ViewRules.Reshape);
        }

        public Tensor unsqueeze_(long dim) => BecomeViewOf(unsqueeze(dim));

        public Tensor transpose_(long dim0, long dim1) => BecomeViewOf(transpose(dim0, dim1));

        /// <summary>Size-1 dimensions repeated to the given sizes without a copy; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Expanded(sizes);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expanded(sizes);

        public Tensor expand(Size sizes, bool isImplicit = false) => Expanded(sizes.Shape);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Expanded(sizes);

        public Tensor expand_as(Tensor other) => Expanded(other.Shape);

        public Tensor broadcast_to(params long[] shape) => Expanded(shape);

        /// <summary>One index of a dimension, which disappears. A view.</summary>
        public Tensor select(long dim, long index)
        {
            if (Rank == 0)
            {
                throw new TorchError("select: a 0-d tensor has no dimension to index; use item()");
            }

            var d = Layout.Dim("select", dim, Rank);
            var size = Shape[d];
            if (index < -size || index >= size)
            {
                throw new TorchError($"index {index} is out of bounds for dimension {d} with size {size} of a {ShapeText} tensor");
            }

            var at = index < 0 ? index + size : index;
            return View(
                [.. Shape[..d], .. Shape[(d + 1)..]], [.. _strides[..d], .. _strides[(d + 1)..]], _offset + (at * _strides[d]), ViewRules.Select(d, at));
        }

        /// <summary>A part of one dimension: start, and how many. A view.</summary>
        public Tensor narrow(long dim, long start, long length)
        {
            var d = Layout.OwnDim("narrow", dim, Rank);
            var from = start < 0 ? start + Shape[d] : start;
            if (from < 0 || length < 0 || from + length > Shape[d])
            {
                throw new TorchError($"narrow: {length} from {start} on do not fit into dimension {d} of size {Shape[d]}");
            }

            return StepThrough(d, from, length, 1);
        }

        /// <summary>Every step-th index from start up to finish, clamped to the dimension. A view.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var d = Layout.OwnDim("slice", dim, Rank);
            if (step <= 0)
            {
                throw new TorchError($"slice: step {step}; it must be positive (flip reverses)");
            }

            var size = Shape[d];
            var from = Math.Clamp(start < 0 ? start + size : start, 0, size);
            var to = Math.Clamp(finish < 0 ? finish + size : finish, from, size);
            return StepThrough(d, from, (to - from + step - 1) / step, step);
        }

        /// <summary>The diagonal of two dimensions as the last one. A view.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            var (a, b) = (Layout.OwnDim("diagonal", dim1, Rank), Layout.OwnDim("diagonal", dim2, Rank));
            if (a == b)
            {
                throw new TorchError($"diagonal: dim1 and dim2 are both {a}; give two different dimensions");
            }

            var length = Math.Max(0, offset >= 0 ? Math.Min(Shape[a], Shape[b] - offset) : Math.Min(Shape[a] + offset, Shape[b]));
            var start = length == 0 ? 0 : offset >= 0 ? offset * _strides[b] : -offset * _strides[a];
            var kept = Enumerable.Range(0, Rank).Where(d => d != a && d != b).ToArray();
            return View(
                [.. kept.Select(d => Shape[d]), length], [.. kept.Select(d => _strides[d]), _strides[a] + _strides[b]], _offset + start, ViewRules.Diagonal(offset, a, b));
        }

        /// <summary>Sliding windows of one dimension as a new last dimension. A view.</summary>
        public Tensor unfold(long dimension, long size, long step)
        {
            var d = Layout.OwnDim("unfold", dimension, Rank);
            if (size < 0 || step <= 0 || size > Shape[d])
            {
                throw new TorchError($"unfold: windows of {size} every {step} in dimension {d} of size {Shape[d]}; size at most {Shape[d]}, step positive");
            }

            long[] shape = [.. Shape, size];
            shape[d] = ((Shape[d] - size) / step) + 1;
            long[] strides = [.. _strides, _strides[d]];
            strides[d] *= step;
            return as_strided(shape, strides, _offset);
        }

        /// <summary>Any window on the storage. A view; nothing checks that it makes sense but its bounds.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            var last = storageOffset;
            for (var d = 0; d < size.Length; d++)
            {
                last += Math.Max(0, size[d] - 1) * strides[d];
            }

            if (size.Length != strides.Length || storageOffset < 0 || (last + 1) * ElementSize > Storage.Bytes)
            {
                throw new TorchError($"as_strided: {Layout.Text(size)} with strides {Layout.Text(strides)} from {storageOffset} on leaves the storage of {Storage.Bytes / ElementSize} elements");
            }

            var window = Window(size, strides, storageOffset);
            var rule = ViewRules.Window(window, this);
            window.Dispose();
            return View(size, strides, storageOffset, rule);
        }

        /// <summary>The same memory and history under another name.</summary>
        public Tensor alias() => View(Shape, _strides, _offset, ViewRules.Same);

        /// <summary>The sub-tensors along a dimension. Views.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var d = Layout.OwnDim("unbind", dimension, Rank);
            return Enumerable.Range(0, (int)Shape[d]).Select(i => select(d, i)).ToArray();
        }

        /// <summary>Pieces of the given size, the last maybe smaller. Views.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var d = Layout.OwnDim("split", dim, Rank);
            if (size <= 0)
            {
                throw new TorchError($"split: pieces of {size}; the size must be positive");
            }

            return Enumerable.Range(0, (int)Math.Max(1, (Shape[d] + size - 1) / size))
                .Select(i => narrow(d, i * size, Math.Min(size, Shape[d] - (i * size)))).ToArray();
        }

        public Tensor[] split(long[] sizes, long dim = 0) => split(sizes.AsSpan(), dim);

        public Tensor[] split(params long[] sizes) => split(sizes.AsSpan());

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            var d = Layout.OwnDim("split", dim, Rank);
            var pieces = new Tensor[sizes.Length];
            var start = 0L;
            for (var i = 0; i < sizes.Length; i++)
            {
                pieces[i] = narrow(d, start, sizes[i]);
                start += sizes[i];
            }

            return start == Shape[d]
                ? pieces
                : throw new TorchError($"split: sizes {Layout.Text(sizes)} add up to {start}, dimension {d} has {Shape[d]}");
        }

        /// <summary>At most that many pieces of equal size, the last maybe smaller. Views.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            var d = Layout.OwnDim("chunk", dim, Rank);
            return chunks > 0
                ? split(Math.Max(1, (Shape[d] + chunks - 1) / chunks), d)
                : throw new TorchError($"chunk: {chunks} pieces; ask for at least one");
        }

        /// <summary>Exactly that many pieces, the first ones larger by one where it does not divide. Views.</summary>
        public Tensor[] tensor_split(long size, long dim = 0)
        {
            var d = Layout.OwnDim("tensor_split", dim, Rank);
            return split(Enumerable.Range(0, (int)size).Select(i => (Shape[d] / size) + (i < Shape[d] % size ? 1 : 0)).ToArray(), d);
        }

        /// <summary>Cut before each of the given indices. Views.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0)
        {
            long[] cuts = [0, .. sizes, Shape[Layout.OwnDim("tensor_split", dim, Rank)]];
            return Enumerable.Range(0, cuts.Length - 1).Select(i => slice(dim, cuts[i], cuts[i + 1], 1)).ToArray();
        }

        public Tensor[] tensor_split(Tensor indices, long dim = 0) => indices.Rank == 0
            ? tensor_split(indices.ToInt64(), dim)
            : tensor_split(indices.to_type(ScalarType.Int64).data<long>().ToArray(), dim);

        internal Tensor StepThrough(int dim, long start, long length, long step)
        {
            var (shape, strides) = (this.shape, stride());
            shape[dim] = length;
            strides[dim] *= step;
            return View(shape, strides, _offset + (length == 0 ? 0 : start * _strides[dim]), ViewRules.Slice(dim, start, step), "slice");
        }

        /// <summary>This gradient written into the chosen part of zeros of the given shape.</summary>
        internal Tensor PlaceInto(long[] shape, Func<Tensor, Tensor> part)
        {
            var whole = torch.zeros(shape, _dtype);
            part(whole).copy_(this);
            return whole;
        }

        /// <summary>Summed over the dimensions that broadcasting added or repeated.</summary>
        internal Tensor SumTo(long[] shape)
        {
            if (Shape.AsSpan().SequenceEqual(shape))
            {
                return this;
            }

            var lead = Rank - shape.Length;
            var repeated = Enumerable.Range(0, Rank).Where(d => d < lead || (shape[d - lead] == 1 && Shape[d] != 1)).Select(d => (long)d).ToArray();
            return repeated.Length == 0 ? reshape(shape) : sum(repeated, keepdim: true).reshape(shape);
        }

        private Tensor Permuted(int[] order, string op) => View(
            Array.ConvertAll(order, d => Shape[d]), Array.ConvertAll(order, d => _strides[d]), _offset, ViewRules.Permute(order), op);

        private Tensor? Restrided(long[] target) => Layout.Restride(Shape, _strides, target) is { } strides
            ? View(target, strides, _offset, ViewRules.Reshape, "view")
            : null;

        private Tensor Expanded(ReadOnlySpan<long> sizes)
        {
            var lead = sizes.Length - Rank;
            if (lead < 0)
            {
                throw new TorchError($"expand: {ShapeText} to {Layout.Text(sizes)}: {sizes.Length} sizes for {Rank} dimensions");
            }

            var target = sizes.ToArray();
            for (var d = 0; d < target.Length; d++)
            {
                var own = d < lead ? 1 : Shape[d - lead];
                target[d] = target[d] == -1 && d >= lead ? own : target[d];
                if (target[d] < 0 || (own != 1 && own != target[d]))
                {
                    throw new TorchError($"expand: {ShapeText} to {Layout.Text(sizes)}: size {own} cannot become {target[d]}; only sizes of 1 are repeated");
                }
            }

            return View(target, Layout.ExpandStrides(Shape, _strides, target), _offset, ViewRules.Same, "expand");
        }

        // Changes this object's own geometry; only the shape differs, the storage is the same.
        private Tensor BecomeViewOf(Tensor view)
        {
            (_shape, _strides, _offset) = (view._shape, view._strides, view._offset);
            if (view.GradFn is { } node)
            {
                _gradFn = node;
            }

            view.Dispose();
            return this;
        }
    }
}
