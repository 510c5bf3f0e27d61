namespace Course;

/// <summary>How a finding turned out.</summary>
internal enum FindingState
{
    Ok,
    Note,
    Fail,
}
