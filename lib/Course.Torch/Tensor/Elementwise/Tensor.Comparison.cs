using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Same object.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Same values and shape, not the same object.</summary>
        public bool Equals(Tensor target) =>
            target is not null && Shape.AsSpan().SequenceEqual(target.Shape) && eq(target).all().ToBoolean();

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>True where equal, with broadcasting.</summary>
        [InPlaceTwin]
        public Tensor eq(Tensor target) => Compare<EqualKernel>(this, target);

        [InPlaceTwin]
        public Tensor eq(Scalar target) => eq(FromNumber(target));

        public Tensor equal(Tensor target) => eq(target);

        [InPlaceTwin]
        public Tensor ne(Tensor target) => Compare<NotEqualKernel>(this, target);

        [InPlaceTwin]
        public Tensor ne(Scalar target) => ne(FromNumber(target));

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        [InPlaceTwin]
        public Tensor lt(Tensor target) => Compare<LessKernel>(this, target);

        [InPlaceTwin]
        public Tensor lt(Scalar target) => lt(FromNumber(target));

        public Tensor less(Tensor target) => lt(target);

        [InPlaceTwin]
        public Tensor le(Tensor target) => Compare<LessEqualKernel>(this, target);

        [InPlaceTwin]
        public Tensor le(Scalar target) => le(FromNumber(target));

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        [InPlaceTwin]
        public Tensor gt(Tensor target) => Compare<GreaterKernel>(this, target);

        [InPlaceTwin]
        public Tensor gt(Scalar target) => gt(FromNumber(target));

        public Tensor greater(Tensor target) => gt(target);

        [InPlaceTwin]
        public Tensor ge(Tensor target) => Compare<GreaterEqualKernel>(this, target);

        [InPlaceTwin]
        public Tensor ge(Scalar target) => ge(FromNumber(target));

        public Tensor greater_equal(Tensor target) => ge(target);

        [InPlaceTwin]
        public Tensor logical_and(Tensor other) => Compare<LogicalAndKernel>(this, other);

        [InPlaceTwin]
        public Tensor logical_or(Tensor other) => Compare<LogicalOrKernel>(this, other);

        [InPlaceTwin]
        public Tensor logical_xor(Tensor other) => Compare<LogicalXorKernel>(this, other);

        [StaticTwin]
        public Tensor isnan() => ne(this);

        /// <summary>+∞ or −∞.</summary>
        public Tensor isinf() => _dtype.IsFloating() ? abs().eq(double.PositiveInfinity) : zeros_like(ScalarType.Bool);

        public Tensor isfinite() => _dtype.IsFloating() ? abs().lt(double.PositiveInfinity) : ones_like(ScalarType.Bool);

        public Tensor isposinf() => _dtype.IsFloating() ? eq(double.PositiveInfinity) : zeros_like(ScalarType.Bool);

        public Tensor isneginf() => _dtype.IsFloating() ? eq(double.NegativeInfinity) : zeros_like(ScalarType.Bool);

        public Tensor isreal() => ones_like(ScalarType.Bool);

        /// <summary>True where |this − other| ≤ atol + rtol · |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            if (other.dtype != _dtype)
            {
                throw new TorchError($"isclose: {_dtype} against {other.dtype}; convert one so that the types agree");
            }

            using var quiet = no_grad();
            var close = _dtype.IsFloating()
                ? eq(other).logical_or((this - other).abs().le((other.abs() * rtol) + atol).logical_and(isfinite()).logical_and(other.isfinite()))
                : (to_type(ScalarType.Float64) - other).abs().le((other.to_type(ScalarType.Float64).abs() * rtol) + atol);
            return nanEqual ? close.logical_or(isnan().logical_and(other.isnan())) : close;
        }

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            isclose(target, rtol, atol, equal_nan).all().ToBoolean();

        /// <summary>True where the value occurs in <paramref name="test_elements"/>.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false)
        {
            var found = unsqueeze(-1).eq(test_elements.reshape(-1)).any(-1);
            return invert ? found.logical_not() : found;
        }
    }
}
