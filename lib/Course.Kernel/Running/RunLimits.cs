namespace Course.Kernel.Running;

/// <summary>What a notebook of a stranger may take, beside the time of a single cell; null: as much as it likes.</summary>
public sealed record RunLimits
{
    /// <summary>From the start of its process to the end of it.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Resident memory in bytes of its process and of all that it started, together.</summary>
    public long? Memory { get; init; }

    /// <summary>Bytes that it says to us: console text, charts, whatever else comes through the pipe.</summary>
    public long? Output { get; init; }

    /// <summary>Processes that live at the same time, its own among them.</summary>
    public int? Processes { get; init; }

    /// <summary>Bytes of files in its folder.</summary>
    public long? Files { get; init; }
}
