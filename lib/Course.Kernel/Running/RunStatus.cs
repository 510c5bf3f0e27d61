namespace Course.Kernel.Running;

/// <summary>How a notebook ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran to its end.</summary>
    Ok,

    /// <summary>Every cell ran to its end, but a headline lies outside its band or a <c>Check.Close</c> did not hold.</summary>
    FigureMissed,

    /// <summary>A cell did not compile or threw; the cells after it did not run.</summary>
    CellFailed,

    /// <summary>A cell ran longer than its timeout; its process was killed.</summary>
    Timeout,

    /// <summary>The file is not a notebook that this program can read.</summary>
    BadNotebook,

    /// <summary>A data file is missing, truncated or corrupted.</summary>
    MissingData,

    /// <summary>The notebook's process ended by itself in the middle of a cell.</summary>
    ProcessDied,

    /// <summary>The executed notebook could not be written.</summary>
    OutputFailed,

    /// <summary>Stopped from outside.</summary>
    Interrupted,

    /// <summary>Not started, because an earlier notebook failed or the run was stopped.</summary>
    Skipped,
}
