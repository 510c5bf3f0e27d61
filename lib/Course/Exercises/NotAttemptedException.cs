namespace Course;

/// <summary>Thrown by every member of <see cref="Todo"/>; a check turns it into "not attempted".</summary>
public sealed class NotAttemptedException : Exception
{
    /// <summary>With the sentence that a learner sees who calls the stub directly.</summary>
    public NotAttemptedException()
        : base("This exercise still returns Todo: replace that line with your own, then run the cell again.")
    {
    }

    /// <summary>With another sentence.</summary>
    public NotAttemptedException(string message)
        : base(message)
    {
    }

    /// <summary>With another sentence and a cause.</summary>
    public NotAttemptedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
