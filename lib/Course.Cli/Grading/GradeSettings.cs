namespace Course.Cli.Grading;

/// <summary>How submissions are run.</summary>
internal sealed record GradeSettings
{
    public required string Tier { get; init; }

    /// <summary>How long one run of one notebook may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Bytes that one notebook and what it starts may take.</summary>
    public required long Memory { get; init; }

    public required int Jobs { get; init; }

    /// <summary>The course's data.</summary>
    public required string Datasets { get; init; }
}
