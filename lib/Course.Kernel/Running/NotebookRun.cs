namespace Course.Kernel.Running;

/// <summary>One notebook of a run.</summary>
public sealed record NotebookRun
{
    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>The file that was run.</summary>
    public required string Path { get; init; }

    /// <summary>The executed copy; null if none was written.</summary>
    public string? Output { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>From the start of its process to the end of it.</summary>
    public double Seconds { get; init; }

    /// <summary>Largest resident set of its process, in bytes, as last seen; 0 if no cell ended.</summary>
    public long PeakMemory { get; init; }

    /// <summary>The code cells that were started, in order.</summary>
    public IReadOnlyList<CellRun> Cells { get; init; } = [];

    /// <summary>The figures it reported, in order; the last value of each id.</summary>
    public IReadOnlyList<HeadlineResult> Headlines { get; init; } = [];

    /// <summary>What its <c>Check.Close</c> calls compared without success, in order.</summary>
    public IReadOnlyList<string> Mismatches { get; init; } = [];

    /// <summary>The exercises it checked, in order; the last outcome of each id.</summary>
    public IReadOnlyList<ExerciseResult> Exercises { get; init; } = [];

    /// <summary>All that its cells reported, each with its cell, in order.</summary>
    internal IReadOnlyList<CellReport> Reports { get; init; } = [];

    /// <summary>Why it did not run to its end; null if it did.</summary>
    public RunError? Error { get; init; }
}
