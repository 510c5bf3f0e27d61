namespace Course;

/// <summary>A model that cannot be saved, or a file that is not to be trusted. The message says what was given, what was wanted and what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>With a message for the learner.</summary>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the learner and what caused it.</summary>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
