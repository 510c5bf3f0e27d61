using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Course.Benchmarks.Torch;

/// <summary>Copies one array to another, half the bytes read and half written: how fast this machine moves memory.</summary>
internal sealed unsafe class Copying
{
    private readonly int _length;
    private readonly bool _pastCache;
    private readonly nint _memory;

    /// <param name="bytes">Moved in one pass, a multiple of 16 KiB.</param>
    /// <param name="pastCache">Stores go to memory without the line being read first: faster for what fits no cache, slower for what does.</param>
    public Copying(int bytes, bool pastCache)
    {
        (_length, _pastCache) = (bytes / 2 / sizeof(float), pastCache);
        _memory = (nint)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        new Span<float>((void*)_memory, 2 * _length).Fill(1);
    }

    ~Copying() => NativeMemory.AlignedFree((void*)_memory);

    public void Pass(int threads)
    {
        if (threads == 1)
        {
            Part(0, _length);
        }
        else
        {
            Parallel.For(0, threads, part => Part(_length / threads * part, _length / threads));
        }
    }

    private void Part(int start, int length)
    {
        var from = (float*)_memory + start;
        var to = from + _length;
        if (_pastCache)
        {
            for (var i = 0; i < length; i += Vector512<float>.Count)
            {
                Vector512.Load(from + i).StoreAlignedNonTemporal(to + i);
            }
        }
        else
        {
            for (var i = 0; i < length; i += Vector512<float>.Count)
            {
                Vector512.Load(from + i).Store(to + i);
            }
        }
    }
}
