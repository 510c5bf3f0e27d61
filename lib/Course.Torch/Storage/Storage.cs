using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// The bytes behind one or more tensors, counted by reference, with the version that in-place writes advance.
/// Liveness rule: whoever takes a span must still use the tensor (record it, return it) after the kernel ran,
/// because the finalizer gives the block to the next tenant.
/// </summary>
internal class Storage
{
    private static readonly object ZeroGate = new();

    private readonly byte[]? _array;
    private int _references = 1;
    private volatile bool _owesZeros;

    private protected Storage(long bytes, byte[]? array)
    {
        Bytes = bytes;
        _array = array;
    }

    public long Bytes { get; }

    /// <summary>Advanced by every in-place write; a saved tensor remembers it, so that backward can refuse overwritten values.</summary>
    public int Version { get; set; }

    private protected virtual nint Block => 0;

    /// <summary>Memory for <paramref name="bytes"/> bytes, contents undefined.</summary>
    public static Storage Allocate(long bytes) => bytes <= BlockPool.ManagedLimit
        ? new Storage(bytes, GC.AllocateUninitializedArray<byte>((int)bytes))
        : new PooledStorage(bytes);

    /// <summary>Nobody else has a claim on these bytes.</summary>
    public bool IsAlone => Volatile.Read(ref _references) == 1;

    /// <summary>All zero, and not yet written: whoever would add to them may put his own bytes in their place.</summary>
    public bool OwesZeros => _owesZeros;

    /// <summary>Zeros everything, when somebody looks. A training loop sets gradients to zero that the next step replaces.</summary>
    public void ClearLater() => _owesZeros = true;

    public unsafe Span<T> Span<T>()
        where T : unmanaged
    {
        if (_owesZeros)
        {
            PayZeros();
        }

        return _array is { } array
            ? MemoryMarshal.Cast<byte, T>(array.AsSpan())
            : new Span<T>((void*)Block, checked((int)(Bytes / Unsafe.SizeOf<T>())));
    }

    /// <summary>Zeros the first bytes, of which there may be more than a span can hold.</summary>
    public unsafe void Clear(long bytes)
    {
        if (_array is { } array)
        {
            array.AsSpan(0, (int)bytes).Clear();
        }
        else
        {
            NativeMemory.Clear((void*)Block, (nuint)bytes);
        }
    }

    // Several threads may look at once, and the first may write when the others still clear.
    private void PayZeros()
    {
        lock (ZeroGate)
        {
            if (_owesZeros)
            {
                Clear(Bytes);
                _owesZeros = false;
            }
        }
    }

    public Storage Share()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            Free();
        }
    }

    private protected virtual void Free()
    {
    }

    private sealed class PooledStorage : Storage
    {
        private readonly int _sizeClass;
        private nint _block;

        public PooledStorage(long bytes)
            : base(bytes, array: null) => _block = BlockPool.Rent(bytes, out _sizeClass);

        ~PooledStorage() => ReturnBlock();

        private protected override nint Block => _block;

        private protected override void Free()
        {
            ReturnBlock();
            GC.SuppressFinalize(this);
        }

        private void ReturnBlock()
        {
            var block = Interlocked.Exchange(ref _block, 0);
            if (block != 0)
            {
                BlockPool.Return(block, _sizeClass);
            }
        }
    }
}
