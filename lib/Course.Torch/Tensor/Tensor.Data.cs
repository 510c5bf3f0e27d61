using System.Collections;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in logical order, of the exact .NET type of the dtype.</summary>
        /// <exception cref="ArgumentException">T is not the type of this dtype.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckElement<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The one element.</summary>
        /// <exception cref="ArgumentException">More or fewer than one element, or T is not the type of this dtype.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException($"Number of elements in the tensor must be 1; this one is {ShapeText}");
            }

            CheckElement<T>();
            var value = Raw<T>()[0];
            GC.KeepAlive(this);
            return value;
        }

        public Scalar ToScalar() => _dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            _ => to_type(ScalarType.Int64).item<long>(),
        };

        /// <summary>Nested lists with scalars as leaves; a scalar for a 0-d tensor.</summary>
        public object tolist() => Rank == 0 ? ToScalar() : new ArrayList(unbind().Select(part => part.tolist()).ToArray());

        public bool is_nonzero() => ToScalar().ToBoolean();

        /// <summary>The i-th element in logical order.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            CheckElement<T>();
            return i >= 0 && i < NumberOfElements
                ? Packed().Dense<T>()[(int)i]
                : throw new ArgumentOutOfRangeException(nameof(i), i, $"the tensor has {NumberOfElements} elements");
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        private void CheckElement<T>()
            where T : unmanaged
        {
            if (DTypes.Of<T>() != _dtype)
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {_dtype}; ask for the exact type or convert first");
            }
        }
    }
}
