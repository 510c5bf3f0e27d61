using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A row-major copy with the same history.</summary>
        public Tensor clone() => Graph.Record(Copy(), ViewRules.Same, [this]);

        /// <summary>Row-major: a copy, or another handle where this tensor is so already.</summary>
        public Tensor contiguous() => IsDense ? NewHandle() : clone();

        /// <summary>This tensor if its last dimension lies in one piece, else a copy that does.</summary>
        internal Tensor WithDenseRows() => _strides[^1] == 1 ? this : Packed();

        /// <summary>Overwrites this tensor by the source, broadcast and converted.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            CheckWritable("copy_");
            if (!Layout.Broadcast("copy_", Shape, source.Shape).AsSpan().SequenceEqual(Shape))
            {
                throw new TorchError($"copy_: {source.ShapeText} does not broadcast into this {ShapeText} tensor");
            }

            var overlaps = ReferenceEquals(source.Storage, Storage);
            Copying.Copy(overlaps ? source.Copy() : source, this);
            Written();
            return Rebase(Graph.Wants(source) ? source.As(_dtype).expand(Shape) : source);
        }

        public Tensor fill_(Scalar value)
        {
            CheckWritable("fill_");
            Copying.Copy(FromNumber(value), this);
            Written();
            return Rebase(EmptyHistory());
        }

        public Tensor zero_()
        {
            if (!IsDense || Count * ElementSize != Storage.Bytes)
            {
                return fill_(0);
            }

            CheckWritable("zero_");
            Storage.ClearLater();
            Written();
            return Rebase(EmptyHistory());
        }

        /// <summary>Converted to another element type; another handle on the same memory if it has that type and no copy is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            return DisposedAfter(type != _dtype ? Converted(type) : copy ? clone() : NewHandle(), disposeAfter);
        }

        public Tensor type(ScalarType dtype) => to_type(dtype);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.CheckUsable(device);
            return to_type(type, copy, disposeAfter);
        }

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.CheckUsable(device);
            return DisposedAfter(copy ? clone() : NewHandle(), disposeAfter);
        }

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter);

        public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype);

        public Tensor cpu() => NewHandle();

        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The raw bytes of a row-major tensor: reading is a window on memory, setting overwrites.</summary>
        public Span<byte> bytes
        {
            get => IsDense
                ? Storage.Span<byte>().Slice((int)(_offset * ElementSize), (int)(Count * ElementSize))
                : throw new TorchError("bytes: the tensor is not row-major; use contiguous() first");
            set
            {
                value.CopyTo(bytes);
                Written();
            }
        }

        /// <summary>As <see cref="contiguous"/> for the engine's own use: this very object where it is row-major.</summary>
        internal Tensor Packed() => IsDense ? this : clone();

        /// <summary>A row-major copy without history.</summary>
        internal Tensor Copy()
        {
            var copy = EmptyLike();
            Copying.Copy(this, copy);
            return Tensor.Done(copy, this);
        }

        /// <summary>this += gradient, unseen by the graph.</summary>
        internal void AddInto(Tensor gradient)
        {
            Elementwise.Binary<Kernels.AddKernel>(this, gradient.As(_dtype), this);
            Written();
            GC.KeepAlive(gradient);
        }

        /// <summary>This += gradient, which is given up: where this is zero, the gradient's memory takes the place of its own.</summary>
        internal void TakeOver(Tensor gradient)
        {
            if (Storage.OwesZeros && Storage.IsAlone && gradient.Storage.IsAlone && gradient.IsDense && gradient.dtype == _dtype && gradient.Storage.Bytes == Storage.Bytes)
            {
                var (old, version) = (Storage, Storage.Version);
                _storage = gradient.Storage.Share();
                _storage.Version = version;
                Written();
                old.Release();
            }
            else
            {
                AddInto(gradient);
            }

            gradient.Dispose();
        }

        /// <summary>Changes this object's own element type, so that whoever holds it sees the change.</summary>
        internal void Retype(ScalarType type)
        {
            if (type == _dtype)
            {
                return;
            }

            using var quiet = no_grad();
            using var converted = to_type(type);
            var old = Storage;
            (_storage, _strides, _offset, _dtype) = (converted.Storage.Share(), converted._strides, 0, type);
            old.Release();
            Gradient?.Retype(type);
        }

        private Tensor Converted(ScalarType type)
        {
            var converted = EmptyLike(type);
            Copying.Copy(this, converted);
            return Graph.Record(converted, ViewRules.Same, [this], default, "to");
        }

        private Tensor DisposedAfter(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
            {
                Dispose();
            }

            return result;
        }

        // What a constant write leaves behind: nobody's gradient.
        private Tensor EmptyHistory() => requires_grad ? detach() : this;
    }
}
