namespace Course;

/// <summary>A data file is missing, damaged or of another format. The message names the file and says what to do.</summary>
public sealed class DatasetException : Exception
{
    /// <summary>With a message for the learner.</summary>
    public DatasetException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the learner and what caused it.</summary>
    public DatasetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
