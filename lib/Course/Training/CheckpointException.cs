namespace Course;

/// <summary>A checkpoint that cannot be used, or weights that are not worth one. The message says why, and what to do; network and file stay as they were.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>With a message for the learner.</summary>
    public CheckpointException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the learner and what caused it.</summary>
    public CheckpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
