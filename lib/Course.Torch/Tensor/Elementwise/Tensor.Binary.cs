using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A number as a 0-d tensor that yields to the other operand's type within its category.</summary>
        internal static Tensor FromNumber(Scalar number)
        {
            var storage = TorchSharp.Storage.Allocate(8);
            if (number.Type == ScalarType.Float64)
            {
                storage.Span<double>()[0] = number.Real;
            }
            else if (number.Type == ScalarType.Bool)
            {
                storage.Span<byte>()[0] = (byte)number.Integer;
            }
            else
            {
                storage.Span<long>()[0] = number.Integer;
            }

            return new Tensor(storage, [], [], 0, number.Type) { IsNumber = true };
        }

        /// <summary>The type in which two operands meet: tensors with dimensions first, then 0-d tensors, then numbers.</summary>
        internal static ScalarType CommonType(Tensor a, Tensor b)
        {
            if (a.dtype == b.dtype && a.IsNumber == b.IsNumber)
            {
                return a.dtype;
            }

            var (rankA, rankB) = (Priority(a), Priority(b));
            if (rankA == rankB)
            {
                return DTypes.Promote(a.dtype, b.dtype);
            }

            var (strong, weak) = rankA > rankB ? (a, b) : (b, a);
            if (weak.dtype.Category() <= strong.dtype.Category())
            {
                return strong.dtype;
            }

            return weak.IsNumber && weak.dtype.IsFloating() ? DTypes.Default : weak.dtype;
        }

        private static int Priority(Tensor t) => t.Rank > 0 ? 2 : t.IsNumber ? 0 : 1;

        /// <summary>y = op(a, b) in their common type (or its floating form), with gradients.</summary>
        private static Tensor Binary<TKernel>(Tensor a, Tensor b, BinaryRule rule, bool floating = false, [CallerMemberName] string op = "")
            where TKernel : INumberBinary
        {
            ArgumentNullException.ThrowIfNull(b);
            var type = CommonType(a, b);
            if (floating && !type.IsFloating())
            {
                type = DTypes.Default;
            }

            var shape = Layout.Broadcast(op, a.Shape, b.Shape);
            var (left, right) = (a.As(type), b.As(type));
            var y = Empty(shape, type);
            Elementwise.Binary<TKernel>(left, right, y);
            return Graph.Wants(left, right) ? rule.Record(y, left, right, op) : Tensor.Done(y, left, right);
        }

        /// <summary>this = op(this, b). Without history it writes straight into this tensor.</summary>
        private Tensor BinaryInPlace<TKernel>(Tensor b, BinaryRule rule, bool floating = false, [CallerMemberName] string op = "")
            where TKernel : INumberBinary
        {
            if (Graph.Wants(this, b) || b.dtype != _dtype || b.Rank > Rank || (floating && !_dtype.IsFloating()) || _dtype == ScalarType.Bool)
            {
                return InPlace(x => Binary<TKernel>(x, b.IsNumber && b.dtype.Category() <= x.dtype.Category() ? b.As(x.dtype) : b, rule, floating, op), b, op);
            }

            CheckWritable(op);
            if (!Layout.Broadcast(op, Shape, b.Shape).AsSpan().SequenceEqual(Shape))
            {
                throw new TorchError($"{op}: {b.ShapeText} does not broadcast into this {ShapeText} tensor; use the out-of-place variant");
            }

            Elementwise.Binary<TKernel>(this, ReferenceEquals(b.Storage, Storage) && !ReferenceEquals(b, this) ? b.Copy() : b, this);
            Written();
            return Tensor.Done(this, b);
        }

        private static Tensor IntegerBinary<TKernel>(Tensor a, Tensor b, [CallerMemberName] string op = "")
            where TKernel : IIntegerBinary
        {
            var type = CommonType(a, b);
            if (type.IsFloating())
            {
                throw new TorchError($"{op}: {a.dtype} with {b.dtype}: only for integer and Bool tensors; convert first");
            }

            var (left, right) = (a.As(type), b.As(type));
            var y = Empty(Layout.Broadcast(op, a.Shape, b.Shape), type);
            Elementwise.Integer<TKernel>(left, right, y);
            return Tensor.Done(y, left, right);
        }

        private static Tensor Compare<TKernel>(Tensor a, Tensor b, [CallerMemberName] string op = "")
            where TKernel : IComparison
        {
            ArgumentNullException.ThrowIfNull(b);
            var type = CommonType(a, b);
            var (left, right) = (a.As(type), b.As(type));
            var y = Empty(Layout.Broadcast(op, a.Shape, b.Shape), ScalarType.Bool);
            Elementwise.Compare<TKernel>(left, right, y);
            return Tensor.Done(y, left, right);
        }

        /// <summary>This tensor in another type; itself if it has that type.</summary>
        internal Tensor As(ScalarType type) => type == _dtype ? this : Converted(type);
    }
}
