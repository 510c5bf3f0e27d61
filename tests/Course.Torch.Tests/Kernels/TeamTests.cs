using TorchSharp.Kernels;

namespace Course.Torch.Tests.Kernels;

/// <summary>How a range is shared out; what the kernels make of it is in <see cref="ThreadTests"/>.</summary>
[Collection("default generator")]
public class TeamTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Team.MostParts)]
    public void Run_ManyRanges_EveryElementIsVisitedOnce(int parts)
    {
        var visits = new int[1000];
        for (var range = 1; range <= 200; range++)
        {
            Team.Run(visits.Length, parts, (from, to) =>
            {
                for (var i = from; i < to; i++)
                {
                    visits[i]++;
                }
            });
            Assert.All(visits, count => Assert.Equal(range, count));
        }
    }

    [Fact]
    public void Run_PartThrows_TheCallerGetsItAndTheNextRangeRuns()
    {
        var error = Assert.Throws<InvalidDataException>(() => Team.Run(4, 2, (_, to) =>
        {
            if (to == 4)
            {
                throw new InvalidDataException("part");
            }
        }));

        Assert.Equal("part", error.Message);
        var sum = 0;
        Team.Run(4, 2, (from, to) => Interlocked.Add(ref sum, to - from));
        Assert.Equal(4, sum);
    }

    [Fact]
    public void Run_InsideAPart_StaysOnItsThread() => Team.Run(2, 2, (_, _) =>
    {
        var (thread, whole) = (Environment.CurrentManagedThreadId, 0);
        Team.Run(10, 2, (from, to) =>
        {
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            whole += to - from;
        });
        Assert.Equal(10, whole);
    });

    [Fact]
    public void Run_FourCallersAtOnce_EachSeesItsRangeDone() => Parallel.For(0, 4, _ =>
    {
        for (var range = 0; range < 100; range++)
        {
            var sum = 0;
            Team.Run(100, 3, (from, to) => Interlocked.Add(ref sum, to - from));
            Assert.Equal(100, sum);
        }
    });

    [Fact]
    public void Run_Done_KeepsNothingOfTheBodyAlive()
    {
        var left = Run();
        GC.Collect();

        Assert.False(left.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Run()
        {
            var seen = new byte[2];
            Team.Run(2, 2, (from, _) => seen[from]++);
            return new WeakReference(seen);
        }
    }
}
