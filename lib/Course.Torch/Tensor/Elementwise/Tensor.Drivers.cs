using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor NumberUnary<TKernel>(UnaryRule rule, [CallerMemberName] string op = "")
            where TKernel : INumberUnary
        {
            if (_dtype == ScalarType.Bool)
            {
                throw new TorchError($"{op}: not for Bool tensors; convert it first: t.to(int64)");
            }

            var y = EmptyLike();
            Elementwise.Unary<TKernel>(this, y);
            return RecordUnary(y, this, rule, op);
        }

        private Tensor FloatUnary<TKernel>(UnaryRule rule, [CallerMemberName] string op = "")
            where TKernel : IFloatUnary
        {
            var x = ToFloating();
            var y = x.EmptyLike();
            Elementwise.UnaryFloat<TKernel>(x, y);
            return RecordUnary(y, x, rule, op);
        }

        private static Tensor RecordUnary(Tensor y, Tensor x, UnaryRule rule, string op) => Graph.Wants(x)
            ? Graph.Record(y, rule.Rule, [x], rule.SavesInput ? [x] : rule.SavesResult ? [y] : [], op)
            : Tensor.Done(y, x);

        /// <summary>This tensor, or its conversion to the default floating type.</summary>
        internal Tensor ToFloating() => _dtype.IsFloating() ? this : to_type(DTypes.Default);

        /// <summary>
        /// Overwrites this tensor by f(this). When watched, f sees a copy with the old history,
        /// so that what its gradient saved is not what is being overwritten.
        /// </summary>
        private Tensor InPlace(Func<Tensor, Tensor> f, Tensor? other = null, [CallerMemberName] string op = "")
        {
            CheckWritable(op);
            var watched = Graph.Wants(this, other ?? this);
            var y = f(watched ? Linked(Copy(), GradientEdge()) : this);
            if (!y.Shape.AsSpan().SequenceEqual(Shape))
            {
                throw new TorchError($"{op}: the result is {y.ShapeText} and does not fit into this {ShapeText} tensor; use the out-of-place variant");
            }

            if (y.dtype.Category() > _dtype.Category())
            {
                throw new TorchError($"{op}: the result type {y.dtype} can't be cast to this tensor's {_dtype}; use the out-of-place variant or convert first");
            }

            Copying.Copy(y, this);
            Written();
            Rebase(y);
            if (!watched)
            {
                y.Dispose();
            }

            return this;
        }
    }
}
