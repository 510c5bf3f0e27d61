namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>One index of a dimension, which disappears. A view.</summary>
        [StaticTwin]
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
        [StaticTwin]
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
        [StaticTwin]
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
    }
}
