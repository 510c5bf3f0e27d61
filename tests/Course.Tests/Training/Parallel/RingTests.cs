namespace Course.Tests.Training.Parallel;

public sealed class RingTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 10)]
    [InlineData(4, 3)]   // fewer numbers than workers
    [InlineData(5, 1_000)]
    [InlineData(4, 0)]
    public void Sum_OfEveryWorker_IsTheSameForAll(int workers, int length)
    {
        var ring = new Ring(workers);
        var values = Enumerable.Range(0, workers).Select(rank => Enumerable.Range(0, length).Select(i => (float)((rank * 31) + i)).ToArray()).ToArray();
        float[] wanted = [.. Enumerable.Range(0, length).Select(i => values.Sum(own => own[i]))];

        AtOnce(workers, rank => ring[rank].Sum(values[rank]));

        Assert.All(values, own => Assert.Equal(wanted, own));
    }

    [Fact]
    public void Sum_Repeated_DoesNotMixRounds()
    {
        var ring = new Ring(3);
        var last = new float[3];

        AtOnce(3, rank =>
        {
            for (var round = 1; round <= 200; round++)
            {
                float[] one = [round, 2 * round, 0];
                ring[rank].Sum(one);
                last[rank] += one[1];
            }
        });

        Assert.All(last, sum => Assert.Equal(6 * 200 * 201 / 2, sum));
    }

    [Theory]
    [InlineData(1, 1_000)]
    [InlineData(2, 1_000)]
    [InlineData(4, 101_772)]
    public void BytesSent_AfterASum_IsTwiceThePiecesButOne(int workers, int length)
    {
        var ring = new Ring(workers);

        AtOnce(workers, rank => ring[rank].Sum(new float[length]));

        Assert.All(Enumerable.Range(0, workers), rank => Assert.Equal(2L * (workers - 1) * (length / workers) * 4, ring.BytesSent(rank)));
    }

    [Fact]
    public void Break_WhileOthersWait_EndsThemAndNamesTheFirst()
    {
        var ring = new Ring(3);
        var ends = new Exception?[3];

        AtOnce(3, rank => ends[rank] = Record.Exception(() =>
        {
            if (rank == 1)
            {
                ring.Break(1, new IOException("no power"));
                ring.Break(2, new IOException("too late"));
            }

            ring[rank].Sum(new float[8]);
        }));

        Assert.All(ends, end => Assert.Equal((1, "worker 1 ended: no power"), (Assert.IsType<WorkerLostException>(end).Rank, end.Message)));
        Assert.Same(ring.Lost, ends[0]);
    }

    [Fact]
    public void Sum_NeighbourNeverComes_SaysWhoWaitedForWhom()
    {
        var ring = new Ring(2, TimeSpan.FromMilliseconds(1));

        var trouble = Assert.Throws<TimeoutException>(() => ring[0].Sum(new float[2]));

        Assert.Contains("worker 0 waited", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("for worker 1", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_DifferentLengths_SaysSo()
    {
        var ring = new Ring(2, TimeSpan.FromSeconds(5));
        var ends = new Exception?[2];

        AtOnce(2, rank => ends[rank] = Record.Exception(() => ring[rank].Sum(new float[rank == 0 ? 4 : 8])));

        Assert.All(ends, end => Assert.Contains("equally many", Assert.IsType<InvalidOperationException>(end).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Ring_NoWorkersOrAnUnknownOne_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ring(0));
        Assert.Contains("the last 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Ring(2)[2]).Message, StringComparison.Ordinal);
    }

    internal static void AtOnce(int workers, Action<int> work) => Task.WaitAll([.. Enumerable.Range(0, workers).Select(rank =>
        Task.Factory.StartNew(() => work(rank), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
}
