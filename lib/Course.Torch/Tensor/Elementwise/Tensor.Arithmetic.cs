using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum with broadcasting. Truth values: or.</summary>
        public Tensor add(Tensor target) => CommonType(this, target) == ScalarType.Bool
            ? logical_or(target)
            : Binary<AddKernel>(this, target, BinaryRules.Add);

        public Tensor add(Scalar scalar) => add(FromNumber(scalar));

        /// <summary>this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => add(target * alpha);

        public Tensor add(Scalar scalar, Scalar alpha) => add(FromNumber(scalar) * alpha);

        public Tensor add_(Tensor target) => BinaryInPlace<AddKernel>(target, BinaryRules.Add);

        public Tensor add_(Scalar scalar) => add_(Number(scalar));

        public Tensor add_(Tensor target, Scalar alpha) => add_(target * alpha);

        public Tensor add_(Scalar scalar, Scalar alpha) => add_(FromNumber(scalar) * alpha);

        /// <summary>Difference with broadcasting.</summary>
        public Tensor sub(Tensor target) => CommonType(this, target) == ScalarType.Bool
            ? throw new TorchError("sub: Bool tensors cannot be subtracted; use ^ (xor) or ~ (not)")
            : Binary<SubtractKernel>(this, target, BinaryRules.Subtract);

        public Tensor sub(Scalar target) => sub(FromNumber(target));

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor sub_(Tensor target) => BinaryInPlace<SubtractKernel>(target, BinaryRules.Subtract);

        public Tensor sub_(Scalar target) => sub_(Number(target));

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        /// <summary>Element-wise product with broadcasting. Truth values: and.</summary>
        public Tensor mul(Tensor target) => Binary<MultiplyKernel>(this, target, BinaryRules.Multiply);

        public Tensor mul(Scalar target) => mul(FromNumber(target));

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor mul_(Tensor target) => BinaryInPlace<MultiplyKernel>(target, BinaryRules.Multiply);

        public Tensor mul_(Scalar target) => mul_(Number(target));

        /// <summary>Quotient with broadcasting; integers divide to floating point unless a rounding mode is given.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode switch
        {
            RoundingMode.floor => floor_divide(target),
            RoundingMode.trunc => TruncatedQuotient(target),
            _ => Binary<DivideKernel>(this, target, BinaryRules.Divide, floating: true),
        };

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(FromNumber(target), rounding_mode);

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? BinaryInPlace<DivideKernel>(target, BinaryRules.Divide, floating: true)
            : InPlace(x => x.div(target, rounding_mode), target);

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(Number(target), rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        /// <summary>Quotient rounded towards −∞. Gradient 0.</summary>
        [StaticTwin]
        public Tensor floor_divide(Tensor other)
        {
            CheckIntegerDivisor("floor_divide", other);
            return Binary<Pairwise<FloorQuotient>>(this, other, BinaryRules.None);
        }

        public Tensor floor_divide(Scalar other) => floor_divide(FromNumber(other));

        [StaticTwin]
        public Tensor floor_divide_(Tensor other) => InPlace(x => x.floor_divide(other), other);

        public Tensor floor_divide_(Scalar other) => floor_divide_(FromNumber(other));

        /// <summary>Remainder with the divisor's sign, as Python's %.</summary>
        public Tensor remainder(Tensor target)
        {
            CheckIntegerDivisor("remainder", target);
            return Binary<Pairwise<Modulo>>(this, target, BinaryRules.Remainder);
        }

        public Tensor remainder(Scalar scalar) => remainder(FromNumber(scalar));

        public Tensor remainder_(Tensor target) => InPlace(x => x.remainder(target), target);

        public Tensor remainder_(Scalar scalar) => remainder_(FromNumber(scalar));

        /// <summary>Remainder with the dividend's sign, as C's fmod.</summary>
        public Tensor fmod(Tensor target)
        {
            CheckIntegerDivisor("fmod", target);
            return Binary<Pairwise<Fmod>>(this, target, BinaryRules.Fmod);
        }

        public Tensor fmod(Scalar scalar) => fmod(FromNumber(scalar));

        public Tensor fmod_(Tensor target) => InPlace(x => x.fmod(target), target);

        public Tensor fmod_(Scalar scalar) => fmod_(FromNumber(scalar));

        /// <summary>this raised to the exponent, with broadcasting.</summary>
        public Tensor pow(Tensor exponent)
        {
            var integers = !CommonType(this, exponent).IsFloating();
            if (integers && exponent.lt(0).any().ToBoolean())
            {
                throw new TorchError("pow: integers to a negative integer power are not whole; convert the base to a floating type first");
            }

            return Binary<Pairwise<Power>>(this, exponent, BinaryRules.Pow);
        }

        [InPlaceTwin]
        public Tensor pow(Scalar exponent) => exponent.Real switch
        {
            2 when exponent.IsIntegral || _dtype.IsFloating() => square(),
            1 when exponent.IsIntegral || _dtype.IsFloating() => clone(),
            0.5 when _dtype.IsFloating() => sqrt(),
            -1 when _dtype.IsFloating() => reciprocal(),
            _ => pow(FromNumber(exponent)),
        };

        public Tensor pow_(Tensor exponent) => InPlace(x => x.pow(exponent), exponent);

        /// <summary>Power in double precision.</summary>
        [StaticTwin]
        public Tensor float_power(Tensor target) => to_type(ScalarType.Float64).pow(target.to_type(ScalarType.Float64));

        [StaticTwin]
        public Tensor float_power_(Tensor target) => InPlace(x => x.float_power(target), target);

        /// <summary>Larger of two, NaN if either is.</summary>
        [StaticTwin]
        public Tensor maximum(Tensor other) => Binary<MaximumKernel>(this, other, BinaryRules.Maximum);

        [StaticTwin]
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>Smaller of two, NaN if either is.</summary>
        [StaticTwin]
        public Tensor minimum(Tensor other) => Binary<MinimumKernel>(this, other, BinaryRules.Minimum);

        [StaticTwin]
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>Larger of two, NaN only if both are.</summary>
        [StaticTwin]
        public Tensor fmax(Tensor other) => Binary<Pairwise<Fmax>>(this, other, BinaryRules.Fmax);

        /// <summary>Smaller of two, NaN only if both are.</summary>
        [StaticTwin]
        public Tensor fmin(Tensor other) => Binary<Pairwise<Fmin>>(this, other, BinaryRules.Fmin);

        /// <summary>Angle of the point (other, this), in (−π, π].</summary>
        [StaticTwin]
        public Tensor atan2(Tensor other) => Binary<Pairwise<ArcTangent2>>(this, other, BinaryRules.Atan2, floating: true);

        [StaticTwin]
        public Tensor atan2_(Tensor other) => InPlace(x => x.atan2(other), other);

        [StaticTwin]
        public Tensor arctan2(Tensor other) => atan2(other);

        [StaticTwin]
        public Tensor arctan2_(Tensor other) => atan2_(other);

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_(Tensor other) => atan2_(other);

        /// <summary>√(a² + b²) without overflow.</summary>
        public Tensor hypot(Tensor other) => Binary<Pairwise<HypotPair>>(this, other, BinaryRules.Hypot, floating: true);

        /// <summary>This magnitude with the other's sign.</summary>
        [StaticTwin]
        public Tensor copysign(Tensor other) => Binary<Pairwise<CopySignPair>>(this, other, BinaryRules.CopySign, floating: true);

        [StaticTwin]
        public Tensor copysign_(Tensor other) => InPlace(x => x.copysign(other), other);

        /// <summary>ln(eᵃ + eᵇ) without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Binary<Pairwise<LogAddExp>>(this, other, BinaryRules.LogAddExp, floating: true);

        /// <summary>this · ln y, 0 where this is 0.</summary>
        public Tensor xlogy(Tensor y) => Binary<Pairwise<XLogY>>(this, y, BinaryRules.XLogY, floating: true);

        public Tensor xlogy(Scalar y) => xlogy(FromNumber(y));

        public Tensor xlogy_(Tensor y) => InPlace(x => x.xlogy(y), y);

        public Tensor xlogy_(Scalar y) => xlogy_(FromNumber(y));

        /// <summary>this + value · tensor1 · tensor2.</summary>
        [StaticTwin]
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1 * tensor2 * value);

        [StaticTwin]
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1 * tensor2 * value);

        /// <summary>this + value · tensor1 / tensor2.</summary>
        [StaticTwin]
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1 / tensor2 * value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => add(tensor1 / tensor2);

        [StaticTwin]
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => add_(tensor1 / tensor2 * value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => add_(tensor1 / tensor2);

        /// <summary>this + weight · (end − this).</summary>
        [StaticTwin]
        public Tensor lerp(Tensor end, Tensor weight) => this + (weight * (end - this));

        public Tensor lerp_(Tensor end, Tensor weight) => InPlace(x => x.lerp(end, weight), end);

        [InPlaceTwin]
        public Tensor bitwise_and(Tensor other) => IntegerBinary<AndKernel>(this, other);

        [InPlaceTwin]
        public Tensor bitwise_or(Tensor other) => IntegerBinary<OrKernel>(this, other);

        [InPlaceTwin]
        public Tensor bitwise_xor(Tensor other) => IntegerBinary<XorKernel>(this, other);

        [InPlaceTwin]
        public Tensor bitwise_left_shift(Tensor other) => IntegerBinary<ShiftLeftKernel>(this, other);

        [InPlaceTwin]
        public Tensor bitwise_right_shift(Tensor other) => IntegerBinary<ShiftRightKernel>(this, other);

        /// <summary>A number in this tensor's own type where the category allows, so that the in-place kernel needs no conversion.</summary>
        private Tensor Number(Scalar scalar)
        {
            var number = FromNumber(scalar);
            return number.dtype.Category() <= _dtype.Category() && _dtype != ScalarType.Bool ? number.As(_dtype) : number;
        }

        private Tensor TruncatedQuotient(Tensor target)
        {
            CheckIntegerDivisor("div", target);
            var type = CommonType(this, target);
            return type.IsFloating() ? (As(type) / target).trunc() : (this - fmod(target)).floor_divide(target);
        }

        private void CheckIntegerDivisor(string op, Tensor divisor)
        {
            if (!CommonType(this, divisor).IsFloating() && divisor.eq(0).any().ToBoolean())
            {
                throw new TorchError($"{op}: an integer divisor is 0; mask those entries or convert to a floating type");
            }
        }
    }
}
