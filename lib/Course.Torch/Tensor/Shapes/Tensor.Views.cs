namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
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
        [StaticTwin]
        public Tensor reshape(params long[] shape)
        {
            var target = Layout.Infer("reshape", NumberOfElements, Shape, shape);
            return Restrided(target) ?? Packed().Restrided(target)!;
        }

        /// <summary>Dimensions start_dim to end_dim made one.</summary>
        [StaticTwin]
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
        [StaticTwin]
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Layout.OwnDim("unflatten", dim, Rank);
            var parts = Layout.Infer("unflatten", Shape[d], Shape.AsSpan(d, 1), sizes);
            return view([.. Shape[..d], .. parts, .. Shape[(d + 1)..]]);
        }

        [StaticTwin]
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        [StaticTwin]
        public Tensor ravel() => reshape(-1);

        /// <summary>Without dimensions of size 1: all of them, or the given one if its size is 1. A view.</summary>
        [StaticTwin]
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } given ? Layout.Dim("squeeze", given, Rank) : -1;
            var kept = Enumerable.Range(0, Rank).Where(d => Shape[d] != 1 || (only >= 0 && d != only)).ToArray();
            return View(kept.Select(d => Shape[d]).ToArray(), kept.Select(d => _strides[d]).ToArray(), _offset, ViewRules.Reshape);
        }

        [StaticTwin]
        public Tensor squeeze_(long? dim = null) => BecomeViewOf(squeeze(dim));

        /// <summary>With a dimension of size 1 inserted. A view.</summary>
        [StaticTwin]
        public Tensor unsqueeze(long dim)
        {
            var d = Layout.Dim("unsqueeze", dim, Rank + 1);
            var step = d < Rank ? _strides[d] * Shape[d] : 1;
            return View([.. Shape[..d], 1, .. Shape[d..]], [.. _strides[..d], step, .. _strides[d..]], _offset, ViewRules.Reshape);
        }

        [StaticTwin]
        public Tensor unsqueeze_(long dim) => BecomeViewOf(unsqueeze(dim));

        /// <summary>Size-1 dimensions repeated to the given sizes without a copy; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Expanded(sizes);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expanded(sizes);

        public Tensor expand(Size sizes, bool isImplicit = false) => Expanded(sizes.Shape);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Expanded(sizes);

        public Tensor expand_as(Tensor other) => Expanded(other.Shape);

        [StaticTwin]
        public Tensor broadcast_to(params long[] shape) => Expanded(shape);

        /// <summary>The same memory and history under another name.</summary>
        public Tensor alias() => View(Shape, _strides, _offset, ViewRules.Same);

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
