using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Course.Benchmarks.Torch;

/// <summary>The memory-bandwidth floor: arrays of 16 MB streamed with next to no arithmetic.</summary>
internal sealed unsafe class BandwidthFloor
{
    public const int Length = 4 << 20; // floats: 16 MB

    private const int Arrays = 4;
    private const double Seconds = 0.3;

    private readonly nint _memory = (nint)NativeMemory.AlignedAlloc(Arrays * Length * sizeof(float), 64);
    private float _sum;

    public BandwidthFloor() => new Span<float>((void*)_memory, Arrays * Length).Fill(1);

    ~BandwidthFloor() => NativeMemory.AlignedFree((void*)_memory);

    /// <summary>Seconds for one pass.</summary>
    public double Measure(StreamKind kind, int threads) => Clock.Best(() => Pass(kind, threads), Seconds);

    private void Pass(StreamKind kind, int threads)
    {
        if (threads == 1)
        {
            Part(kind, 0, Length);
        }
        else
        {
            Parallel.For(0, threads, part => Part(kind, Length / threads * part, Length / threads));
        }
    }

    private void Part(StreamKind kind, int start, int length)
    {
        var p = (float*)_memory + start;
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < length; i += Vector512<float>.Count)
        {
            var a = p + i;
            switch (kind)
            {
                case StreamKind.Read:
                    sum += Vector512.Load(a);
                    break;
                case StreamKind.Copy:
                    Vector512.Load(a).Store(a + Length);
                    break;
                default:
                    var gradient = Vector512.Load(a + (3L * Length));
                    (Vector512.Load(a) + gradient).Store(a);
                    (Vector512.Load(a + Length) + gradient).Store(a + Length);
                    (Vector512.Load(a + (2L * Length)) + gradient).Store(a + (2L * Length));
                    break;
            }
        }

        if (kind == StreamKind.Read)
        {
            _sum = Vector512.Sum(sum); // or the loads would be optimised away
        }
    }
}
