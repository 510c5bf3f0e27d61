namespace Course;

/// <summary>The four ways an attempt ends.</summary>
internal enum Outcome
{
    NotAttempted,
    Wrong,
    Threw,
    Right,
}
