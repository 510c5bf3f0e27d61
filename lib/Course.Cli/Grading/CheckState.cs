namespace Course.Cli.Grading;

/// <summary>What became of an exercise's check in the learner's file.</summary>
internal enum CheckState
{
    /// <summary>It is the course's.</summary>
    Untouched,

    /// <summary>It hands in or names something else.</summary>
    Changed,

    /// <summary>The answer is there, and nothing checks it.</summary>
    Removed,

    /// <summary>There is neither answer nor check.</summary>
    Absent,
}
