namespace Course.Kernel.Running;

/// <summary>How the <c>course</c> command ends; the numbers are a promise to scripts.</summary>
public enum ExitCode
{
    /// <summary>Everything that was asked for was done.</summary>
    Ok = 0,

    /// <summary>A cell did not compile or threw.</summary>
    CellFailed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>A cell ran longer than its timeout.</summary>
    Timeout = 3,

    /// <summary>A file is not a notebook, or a notebook breaks a rule of the course.</summary>
    BadNotebook = 4,

    /// <summary>A data file is missing, truncated or corrupted.</summary>
    MissingData = 5,

    /// <summary>The process that ran a notebook ended by itself: <c>Environment.Exit</c>, stack overflow, out of memory, kill.</summary>
    ProcessDied = 6,

    /// <summary>A result could not be written: disk full, folder read-only.</summary>
    OutputFailed = 7,

    /// <summary>The machine lacks something that the course needs; <c>course doctor</c> says what.</summary>
    NotReady = 8,

    /// <summary>Every cell ran, but a headline lies outside its band or a <c>Check.Close</c> did not hold.</summary>
    FigureMissed = 9,

    /// <summary>Stopped by Ctrl-C or a termination signal.</summary>
    Interrupted = 130,
}
