namespace Course.Cli.Grading;

/// <summary>How an exercise of a learner ended; the words stand in grades.csv.</summary>
internal static class Outcome
{
    internal const string Right = "right";
    internal const string Wrong = "wrong";
    internal const string Threw = "threw";
    internal const string NotAttempted = "not attempted";

    /// <summary>The check could not be asked: the answer does not compile, or is no longer there by its name.</summary>
    internal const string Failed = "failed";

    /// <summary>The answer, or its check, ended the process or had to be ended.</summary>
    internal const string Stopped = "stopped";

    /// <summary>The notebook was ended before.</summary>
    internal const string NotReached = "not reached";

    /// <summary>Answer and check are not in the file.</summary>
    internal const string Removed = "removed";

    /// <summary>Right by the check, and not to be trusted before a teacher has looked.</summary>
    internal const string Held = "held";
}
