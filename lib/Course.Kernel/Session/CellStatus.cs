namespace Course.Kernel.Session;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>Ran to its end.</summary>
    Completed,

    /// <summary>Did not compile; nothing of it ran.</summary>
    CompilationFailed,

    /// <summary>Threw; what it had set before is kept.</summary>
    Threw,

    /// <summary>Stopped from outside; what it had set before is kept.</summary>
    Interrupted,
}
