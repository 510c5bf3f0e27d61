using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of one element type: a window (shape, strides, offset) on a storage that views share.
    /// The one type that spans floors: here is what lies in memory; each floor above adds its own part.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private ScalarType _dtype;
        private Storage? _storage;
        private long[] _shape;
        private long[] _strides;
        private long _offset;

        /// <summary>A window on a storage; takes over one reference to it.</summary>
        internal Tensor(Storage storage, long[] shape, long[] strides, long offset, ScalarType dtype)
        {
            _storage = storage;
            _shape = shape;
            _strides = strides;
            _offset = offset;
            _dtype = dtype;
            DisposeScopeManager.Current.Register(this);
        }

        /// <summary>A second name for a tensor, as <c>Parameter</c> makes it.</summary>
        private protected Tensor(Tensor source)
            : this(source.Storage.Share(), source._shape, source._strides, source._offset, source._dtype)
        {
        }

        public string? name { get; set; }

        /// <summary>True once disposed.</summary>
        public bool IsInvalid => _storage is null;

        /// <summary>Tells tensors apart; no address.</summary>
        public nint Handle => RuntimeHelpers.GetHashCode(this);

        public long Dimensions => Shape.Length;

        public long ndim => Shape.Length;

        public long NumberOfElements => Layout.Count(Shape);

        public long ElementSize => _dtype.Size();

        public ScalarType dtype
        {
            get
            {
                _ = Storage;
                return _dtype;
            }
        }

        public Device device
        {
            get
            {
                _ = Storage;
                return CPU;
            }
        }

        public int device_index => -1;

        public DeviceType device_type => DeviceType.CPU;

        public bool is_cuda => false;

        public bool is_meta => false;

        public bool is_sparse => false;

        public long[] shape => (long[])Shape.Clone();

        internal DisposeScope? OwningScope { get; set; }

        /// <summary>Set on a number that became a tensor: it yields to the other operand's type within its category.</summary>
        internal bool IsNumber { get; init; }

        internal Storage Storage
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _storage ?? throw new InvalidOperationException("Tensor invalid -- empty handle. It was disposed: by hand, or by a DisposeScope it was not moved out of.");
        }

        /// <summary>The shape without a copy: not to be written.</summary>
        internal long[] Shape
        {
            get
            {
                _ = Storage;
                return _shape;
            }
        }

        internal long[] Strides => _strides;

        internal long Offset => _offset;

        internal int Rank => _shape.Length;

        internal int Count => checked((int)Layout.Count(_shape));

        internal string ShapeText => Layout.Text(_shape);

        internal bool IsDense => Layout.IsRowMajor(_shape, _strides);

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long storage_offset() => _offset;

        public long size(int dim) => Shape[Layout.OwnDim("size", dim, Rank)];

        public long[] size() => shape;

        public long[] stride()
        {
            _ = Storage;
            return (long[])_strides.Clone();
        }

        public long stride(int dim) => _strides[Layout.OwnDim("stride", dim, Rank)];

        public bool is_contiguous() => IsDense;

        public bool is_cpu() => true;

        public bool is_pinned() => false;

        public bool is_integral() => _dtype.IsInteger();

        public bool is_floating_point() => _dtype.IsFloating();

        public bool is_complex() => false;

        public bool is_quantized() => false;

        /// <summary>Gives the memory back if no view and no graph still needs it. Disposing twice is harmless.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningScope is { } owner)
            {
                owner.MoveToOther(other, this);
            }
            else
            {
                other?.Attach(this);
            }

            return this;
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref _storage, null) is { } storage)
            {
                DisposeScopeManager.Current.Unregister(this);
                storage.Release();
            }
        }

        /// <summary>A fresh row-major tensor, contents undefined.</summary>
        internal static Tensor Empty(long[] shape, ScalarType dtype)
        {
            var count = Layout.Count(shape);
            if (count > int.MaxValue)
            {
                throw new TorchError($"a tensor of shape {Layout.Text(shape)} has {count} elements; the limit here is {int.MaxValue}");
            }

            return new Tensor(Storage.Allocate(count * dtype.Size()), shape, Layout.RowMajor(shape), 0, dtype);
        }

        /// <summary>A fresh row-major tensor of zeros.</summary>
        internal static Tensor Zeros(long[] shape, ScalarType dtype) => Empty(shape, dtype).Cleared();

        /// <summary>Filled with zeros; dense, and alone on its storage.</summary>
        internal Tensor Cleared()
        {
            Storage.Clear(Count * ElementSize);
            return this;
        }

        /// <summary>Ends an operation: the inputs lived until here.</summary>
        internal static Tensor Done(Tensor result, Tensor a, Tensor? b = null, Tensor? c = null)
        {
            GC.KeepAlive(a);
            GC.KeepAlive(b);
            GC.KeepAlive(c);
            return result;
        }

        /// <summary>Fresh memory with this tensor's shape.</summary>
        internal Tensor EmptyLike(ScalarType? dtype = null) => Empty(Shape, dtype ?? _dtype);

        /// <summary>The elements of a row-major tensor. See <see cref="TorchSharp.Storage"/> for the liveness rule.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Span<T> Dense<T>()
            where T : unmanaged
        {
            var memory = Storage.Span<T>();
            var count = Count;
            return count == 0 ? default : memory.Slice((int)_offset, count);
        }

        /// <summary>Storage from this tensor's first element on, to be stepped through by strides.</summary>
        internal Span<T> Raw<T>()
            where T : unmanaged
        {
            var memory = Storage.Span<T>();
            return Count == 0 ? default : memory[(int)_offset..];
        }

        /// <summary>Another window on the same storage, unknown to the graph.</summary>
        internal Tensor Window(long[] shape, long[] strides, long offset) => new(Storage.Share(), shape, strides, offset, _dtype);

        internal void Written() => Storage.Version++;
    }
}
