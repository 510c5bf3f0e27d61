using Kind = TorchSharp.torch.TensorIndex.IndexKind;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A part of the tensor: a view, unless a tensor is among the indices. Setting overwrites that part.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>Elements picked by index tensors, one per dimension, or by a mask. A copy.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => select(0, i1).copy_(value);
        }

        public Tensor this[long i1, long i2]
        {
            get => At(i1, i2);
            set => At(i1, i2).copy_(value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => At(i1, i2, i3);
            set => At(i1, i2, i3).copy_(value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At(i1, i2, i3, i4);
            set => At(i1, i2, i3, i4).copy_(value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At(i1, i2, i3, i4, i5);
            set => At(i1, i2, i3, i4, i5).copy_(value);
        }

        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => At(indices).copy_(value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Resolve(indices);
            return tensors is null ? view : new AdvancedIndex(view, tensors).Read();
        }

        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        /// <summary>Writes, or with accumulate adds, the value to the chosen elements.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            CheckWritable("index_put_");
            var (view, tensors) = Resolve(indices);
            if (tensors is not null)
            {
                new AdvancedIndex(view, tensors).Write(value, accumulate);
            }
            else if (accumulate)
            {
                view.add_(value);
            }
            else
            {
                view.copy_(WithoutLeadingOnes(value, view.Rank));
            }

            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_(FromNumber(value), indices);

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(FromNumber(value), indices);

        private Tensor At(params long[] indices)
        {
            if (indices.Length > Rank)
            {
                throw new TorchError($"{indices.Length} indices for a {ShapeText} tensor; at most {Rank}");
            }

            var part = this;
            foreach (var i in indices)
            {
                part = part.select(0, i);
            }

            return part;
        }

        // Everything that a view can do is done at once; tensors stay, listed by the view's dimension they pick from.
        private (Tensor View, List<(int Dim, Tensor Items)>? Tensors) Resolve(TensorIndex[] indices)
        {
            var view = this;
            var dim = 0;
            List<(int, Tensor)>? tensors = null;
            foreach (var index in Spread(indices))
            {
                switch (index.Kind)
                {
                    case Kind.Single:
                        view = view.select(dim, index.StartAt!.Value);
                        break;
                    case Kind.Slice:
                        view = view.SliceAt(dim++, index);
                        break;
                    case Kind.NewAxis:
                        view = view.unsqueeze(dim++);
                        break;
                    case Kind.Bool:
                        view = view.unsqueeze(dim);
                        (tensors ??= []).Add((dim++, index.StartAt != 0 ? torch.zeros(1, ScalarType.Int64) : torch.zeros(0, ScalarType.Int64)));
                        break;
                    default:
                        foreach (var items in view.ItemsOf(index.Items!, dim))
                        {
                            (tensors ??= []).Add((dim++, items));
                        }

                        break;
                }
            }

            return (view, tensors);
        }

        // An ellipsis, or the end of the list, stands for as many colons as dimensions are left.
        private List<TensorIndex> Spread(TensorIndex[] indices)
        {
            var taken = indices.Sum(index => index.Kind switch
            {
                Kind.Single or Kind.Slice => 1,
                Kind.Tensor => index.Items!.dtype == ScalarType.Bool ? index.Items.Rank : 1,
                _ => 0,
            });
            var left = Rank - taken;
            if (left < 0 || indices.Count(index => index.Kind == Kind.Ellipsis) > 1)
            {
                throw new TorchError($"index: {taken} indices for a {ShapeText} tensor; at most {Rank}, and one ellipsis");
            }

            var spread = new List<TensorIndex>();
            foreach (var index in indices)
            {
                if (index.Kind == Kind.Ellipsis)
                {
                    spread.AddRange(Enumerable.Repeat(TensorIndex.Colon, left));
                }
                else
                {
                    spread.Add(index);
                }
            }

            return spread;
        }

        private Tensor SliceAt(int dim, TensorIndex index) => index is { StartAt: null, StopAt: null, StepBy: null }
            ? this
            : slice(dim, index.StartAt ?? 0, index.StopAt ?? long.MaxValue, index.StepBy ?? 1);

        // A mask stands for the coordinates of its true entries, one list per dimension.
        private Tensor[] ItemsOf(Tensor items, int dim)
        {
            if (items.dtype == ScalarType.Bool)
            {
                if (dim + items.Rank > Rank || !items.Shape.AsSpan().SequenceEqual(Shape.AsSpan(dim, items.Rank)))
                {
                    throw new TorchError($"index: a mask of shape {items.ShapeText} for the dimensions from {dim} on of a {ShapeText} tensor; they must be equal");
                }

                return items.nonzero().unbind(1);
            }

            return items.dtype.IsInteger()
                ? [items.to_type(ScalarType.Int64)]
                : throw new TorchError($"index: a {items.dtype} tensor cannot index; convert it to int64, or compare to get a mask");
        }

        private static Tensor WithoutLeadingOnes(Tensor value, int rank)
        {
            while (value.Rank > rank && value.Shape[0] == 1)
            {
                value = value.squeeze(0);
            }

            return value;
        }
    }
}
