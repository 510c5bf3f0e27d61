using static System.FormattableString;

namespace Course;

/// <summary>How many bytes a worker of a ring sends in one all-reduce.</summary>
internal sealed class Exercise12_4 : Exercise<Func<int, long, long>>
{
    private const int BytesOfFloat = 4;

    public override string Title => "the bytes of a ring";

    public override IReadOnlyList<string> Hints =>
    [
        "How long is a piece, and how many pieces does a worker send, once round to add and once round to pass on?",
        "A piece has numbers / workers numbers of 4 bytes each. A worker sends one in each of 2 · (workers − 1) rounds.",
        "`return 2 * (workers - 1) * (numbers / workers) * 4;` (`numbers` is a `long`, and so is the product).",
    ];

    protected override void Examine(Func<int, long, long> bytes, Exam exam)
    {
        foreach (var (workers, numbers) in (ReadOnlySpan<(int, int)>)[(4, 101_772), (3, 999), (2, 1_000), (1, 500)])
        {
            Ask(workers, numbers, Counted(workers, numbers), "as the library's ring counts it");
        }

        foreach (var (workers, numbers) in (ReadOnlySpan<(int, long)>)[(8, 124_000_000), (1_000, 70_000_000_000)])
        {
            Ask(workers, numbers, 2 * (workers - 1) * (numbers / workers) * BytesOfFloat, "by the formula");
        }

        void Ask(int workers, long numbers, long wanted, string how) => exam.Equal(
            Invariant($"{workers} workers, {numbers:N0} numbers, {how}"), () => bytes(workers, numbers), wanted, Slips(workers, numbers, wanted));
    }

    private static long Counted(int workers, int numbers)
    {
        if (OperatingSystem.IsBrowser())
        {
            return 2 * (workers - 1L) * (numbers / workers) * BytesOfFloat; // a ring needs a thread for each worker, and a tab has one
        }

        var ring = new Ring(workers);
        Task.WaitAll([.. Enumerable.Range(0, workers).Select(rank =>
            Task.Factory.StartNew(() => ring[rank].Sum(new float[numbers]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        return ring.BytesSent(0);
    }

    private static Suspect[] Slips(int workers, long numbers, long wanted) =>
    [
        new(wanted / BytesOfFloat, "These are numbers; each takes 4 bytes."),
        new(wanted / 2, "A worker sends twice: once round to add up, once round to pass the sums on."),
        new(2L * numbers * BytesOfFloat, "A worker never sends the piece that it gets last: N − 1 rounds each time, not N."),
        new(2L * (workers + 1) * (numbers / workers) * BytesOfFloat, "It is N *minus* 1: a worker never sends the piece that it gets last."),
        new(2L * (workers - 1) * numbers * BytesOfFloat, "N times too much: in each round a worker sends one *piece*, the N-th part of the numbers, and one worker is asked for, not all."),
        new((workers - 1L) * numbers * BytesOfFloat, "That is everything to everybody. In a ring a worker sends pieces, to its neighbour alone."),
        new(wanted * 2, "A float has 4 bytes; 8 are those of a double."),
        new(numbers / workers, "That is how many numbers a piece has. A worker sends one in each of 2 · (N − 1) rounds, 4 bytes a number."),
        new(numbers / workers * BytesOfFloat, "That is one piece. A worker sends one in each of 2 · (N − 1) rounds."),
        new(numbers / workers * 2 * BytesOfFloat, "That is one round of each kind; there are N − 1 of each."),
        new((workers - 1L) * 2, "That is the number of rounds. In each a worker sends a piece of numbers / workers numbers, 4 bytes each."),
        new((workers - 1L) * 2 * BytesOfFloat, "That is one number in each round. A piece has numbers / workers of them."),
        new(2L * (workers - 2) * (numbers / workers) * BytesOfFloat, "It is N − 1 rounds each time: only the piece that comes last is not sent on."),
        new((long)unchecked((int)wanted), "The count outgrew an `int`: multiply as `long`."),
        new(2L * (workers - 1) * ((numbers / workers) + BytesOfFloat), "Each number *takes* 4 bytes: multiply."),
    ];
}
