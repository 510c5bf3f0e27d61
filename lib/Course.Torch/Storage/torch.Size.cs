using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A shape, given as a number, a tuple or an array.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        public static readonly Size Empty = new(Array.Empty<long>());

        private readonly long[]? _shape;

        public Size(long[] shape) => _shape = (long[])shape.Clone();

        public Size(IEnumerable<long> shape) => _shape = shape.ToArray();

        public Size(int[] shape) => _shape = Array.ConvertAll(shape, size => (long)size);

        public Size(long size) => _shape = [size];

        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public bool IsEmpty => Length == 0;

        public bool IsScalar => Length == 0;

        public int Length => Shape.Length;

        public long[] Shape => _shape ?? [];

        public long this[int idx] => Shape[idx];

        public long this[long idx] => Shape[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static Size operator +(Size left, Size right) => new(left.Shape.Concat(right.Shape));

        public static Size operator +(Size left, IEnumerable<long> right) => new(left.Shape.Concat(right));

        public static bool operator ==(Size left, Size right) => left.Equals(right);

        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);

        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        public override int GetHashCode() => Shape.Aggregate(17, (hash, size) => HashCode.Combine(hash, size));

        /// <summary>The sizes from first to before next; negative numbers count from the end.</summary>
        public Size Slice(int first, int next) => new(Shape[(first < 0 ? first + Length : first)..(next < 0 ? next + Length : next)]);

        public long numel() => Layout.Count(Shape);

        public IEnumerable<long> Take(int i) => Shape.Take(i);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
