namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of <c>t[…]</c>.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>As many full dimensions as are left.</summary>
        public static readonly TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static readonly TensorIndex None = new(IndexKind.NewAxis);

        /// <inheritdoc cref="None"/>
        public static readonly TensorIndex Null = new(IndexKind.NewAxis);

        /// <summary>The whole dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, torch.Tensor? tensor = null)
        {
            Kind = kind;
            StartAt = start;
            StopAt = stop;
            StepBy = step;
            Items = tensor;
        }

        internal enum IndexKind
        {
            Slice,
            Single,
            Ellipsis,
            NewAxis,
            Bool,
            Tensor,
        }

        internal IndexKind Kind { get; }

        internal long? StartAt { get; }

        internal long? StopAt { get; }

        internal long? StepBy { get; }

        internal torch.Tensor? Items { get; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start, stop, step);

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start.IsFromEnd ? (range.Start.Value == 0 ? long.MaxValue : -range.Start.Value) : range.Start.Value,
            range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

        public static TensorIndex Bool(bool value) => new(IndexKind.Bool, value ? 1 : 0);

        public static TensorIndex Single(long? index) => new(IndexKind.Single, index ?? 0);

        public static TensorIndex Tensor(torch.Tensor tensor) =>
            new(IndexKind.Tensor, tensor: tensor ?? throw new ArgumentNullException(nameof(tensor)));
    }
}
