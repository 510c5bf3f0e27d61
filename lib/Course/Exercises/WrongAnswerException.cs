namespace Course;

/// <summary>Ends an examination at the first failing case.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the library, and is meaningless without its difference.
internal sealed class WrongAnswerException(string? caseName, Difference difference) : Exception
#pragma warning restore CA1032, CA1064
{
    /// <summary>Null where it is the case that was being tried.</summary>
    public string? CaseName { get; } = caseName;

    public Difference Difference { get; } = difference;
}
