using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in logical order, also of a transposed or sliced view.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    /// <summary>Whether both give the same elements in the same order.</summary>
    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.ToArray().AsSpan().SequenceEqual(right.ToArray()));

    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    public long Count => _tensor.NumberOfElements;

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get
        {
            var value = _tensor.Storage.Span<T>()[At(indices)];
            GC.KeepAlive(_tensor);
            return value;
        }

        set
        {
            _tensor.Storage.Span<T>()[At(indices)] = value;
            _tensor.Written();
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>A rectangular array of the tensor's shape; for a 0-d tensor, of one element.</summary>
    public Array ToNDArray()
    {
        if (_tensor.Rank <= 1)
        {
            return ToArray();
        }

        var array = Array.CreateInstance(typeof(T), _tensor.Shape);
        var flat = ToArray();
        System.Buffer.BlockCopy(flat, 0, array, 0, flat.Length * (int)_tensor.ElementSize);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = _tensor.detach().Packed();
        source.Dense<T>()[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
        GC.KeepAlive(source);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var values = array[arrayIndex..];
        var count = (int)Math.Min(values.Length, Count - tensorIndex);
        using var quiet = no_grad();
        var whole = _tensor.Copy();
        values[..count].CopyTo(whole.Dense<T>()[(int)tensorIndex..]);
        Copying.Copy(whole, _tensor);
        _tensor.Written();
    }

    /// <summary>Nothing to give back: the tensor owns its memory.</summary>
    public void Dispose()
    {
    }

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in ToArray())
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int At(long[] indices)
    {
        if (indices.Length == 1 && _tensor.Rank != 1)
        {
            return AtLogical(indices[0]);
        }

        if (indices.Length != _tensor.Rank)
        {
            throw new ArgumentException($"{indices.Length} indices for a {_tensor.ShapeText} tensor; give one per dimension");
        }

        var at = _tensor.Offset;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= _tensor.Shape[d])
            {
                throw OutOfRange($"index {indices[d]} for dimension {d} of size {_tensor.Shape[d]}");
            }

            at += indices[d] * _tensor.Strides[d];
        }

        return (int)at;
    }

#pragma warning disable CA2201 // TorchSharp's accessor throws what an array throws
    private static IndexOutOfRangeException OutOfRange(string text) => new(text);
#pragma warning restore CA2201

    private int AtLogical(long index)
    {
        if (index < 0 || index >= Count)
        {
            throw OutOfRange($"index {index} for a tensor of {Count} elements");
        }

        var at = _tensor.Offset;
        for (var d = _tensor.Rank - 1; d >= 0; d--)
        {
            at += index % _tensor.Shape[d] * _tensor.Strides[d];
            index /= _tensor.Shape[d];
        }

        return (int)at;
    }
}
