namespace Course;

/// <summary>A worker of a group is gone; the message says which, and why.</summary>
public sealed class WorkerLostException : Exception
{
    /// <summary>Names the worker.</summary>
    /// <param name="rank">Its number.</param>
    /// <param name="cause">What ended it.</param>
    public WorkerLostException(int rank, Exception cause)
        : base(FormattableString.Invariant($"worker {rank} ended: {cause?.Message}"), cause) => Rank = rank;

    /// <summary>The number of the worker that is gone.</summary>
    public int Rank { get; }
}
