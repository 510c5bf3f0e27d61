namespace Course;

/// <summary>One worker's end of a group that adds up numbers: between threads a <see cref="Ring"/>, between processes Open MPI.</summary>
public interface IAllReduce
{
    /// <summary>This worker's number, from 0.</summary>
    int Rank { get; }

    /// <summary>How many workers there are.</summary>
    int Size { get; }

    /// <summary>Replaces each number by its sum over all workers. Every worker calls it, equally often and with equally many numbers.</summary>
    /// <exception cref="WorkerLostException">A worker is gone, so that the sum will never come.</exception>
    void Sum(float[] values);
}
