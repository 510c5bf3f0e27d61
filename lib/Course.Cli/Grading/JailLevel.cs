namespace Course.Cli.Grading;

/// <summary>What stands between learners' code and the machine.</summary>
internal enum JailLevel
{
    /// <summary>No network, no files but its own to write, nobody else's submission to read, no process of others to see.</summary>
    Whole,

    /// <summary>No network; files and processes as the teacher's.</summary>
    NoNetwork,

    /// <summary>Nothing.</summary>
    None,
}
