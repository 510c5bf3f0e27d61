namespace Course;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Name">What was examined.</param>
/// <param name="State">Right, worth knowing, or broken.</param>
/// <param name="Text">What was found.</param>
/// <param name="Cure">What to do about it; null when nothing is to be done.</param>
internal sealed record Finding(string Name, FindingState State, string Text, string? Cure = null)
{
    public static Finding Ok(string name, string text) => new(name, FindingState.Ok, text);

    public static Finding Note(string name, string text, string? cure = null) => new(name, FindingState.Note, text, cure);

    public static Finding Fail(string name, string text, string cure) => new(name, FindingState.Fail, text, cure);
}
