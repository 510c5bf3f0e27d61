using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Rounded to the given number of decimals, halves to even. Gradient 0.</summary>
        public Tensor round(long decimals = 0)
        {
            if (!_dtype.IsFloating())
            {
                return clone();
            }

            return decimals == 0
                ? FloatUnary<RoundKernel>(UnaryRules.Zero)
                : (this * Math.Pow(10, decimals)).round() / Math.Pow(10, decimals);
        }

        public Tensor round_(long decimals = 0) => InPlace(x => x.round(decimals));

        /// <summary>True where 0.</summary>
        public Tensor logical_not() => eq(0);

        public Tensor logical_not_() => InPlace(static x => x.logical_not());

        public Tensor positive() => _dtype == ScalarType.Bool ? throw new TorchError("positive: a Bool tensor has no sign; convert it first") : this;

        /// <summary>Bits flipped; truth values negated.</summary>
        public Tensor bitwise_not() => _dtype == ScalarType.Bool ? logical_not() : bitwise_xor(FromNumber(-1).As(_dtype));

        public Tensor bitwise_not_() => InPlace(static x => x.bitwise_not());

        public Tensor deg2rad() => this * (Math.PI / 180);

        public Tensor deg2rad_() => InPlace(static x => x.deg2rad());

        public Tensor rad2deg() => this * (180 / Math.PI);

        public Tensor rad2deg_() => InPlace(static x => x.rad2deg());

        /// <summary>True where the sign bit is set, −0 included.</summary>
        public Tensor signbit() => _dtype.IsFloating() ? ones_like().copysign(this).lt(0) : lt(0);

        /// <summary>sin(πx) / (πx), 1 at 0.</summary>
        public Tensor sinc()
        {
            var angle = this * Math.PI;
            return torch.where(eq(0), angle.ones_like(), angle.sin() / angle);
        }

        public Tensor sinc_() => InPlace(static x => x.sinc());

        /// <summary>ln(x / (1 − x)); x is first clamped to [eps, 1 − eps] if eps is given.</summary>
        public Tensor logit(double? eps = null)
        {
            var p = eps is { } e ? clamp(e, 1 - e) : this;
            return (p / (1 - p)).log();
        }

        public Tensor logit_(double? eps = null) => InPlace(x => x.logit(eps));

        /// <summary>NaN and the infinities replaced; by 0 and the largest and smallest finite value unless given.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            if (!_dtype.IsFloating())
            {
                return clone();
            }

            var limit = _dtype == ScalarType.Float32 ? float.MaxValue : double.MaxValue;
            return masked_fill(isnan(), nan).masked_fill(isposinf(), posinf ?? limit).masked_fill(isneginf(), neginf ?? -limit);
        }

        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            InPlace(x => x.nan_to_num(nan, posinf, neginf));

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
