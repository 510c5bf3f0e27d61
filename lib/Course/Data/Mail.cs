namespace Course;

/// <summary>One mail, headers and all.</summary>
/// <param name="Id">Its number within its group.</param>
/// <param name="Group">"easy-ham-1", "hard-ham-1", "spam-2", …</param>
/// <param name="Text">Headers, an empty line, and the body.</param>
public sealed record Mail(string Id, string Group, string Text)
{
    /// <summary>Whether nobody asked for it.</summary>
    public bool IsSpam => Group.StartsWith("spam", StringComparison.Ordinal);

    /// <summary>What follows the headers.</summary>
    public string Body => Text.IndexOf("\n\n", StringComparison.Ordinal) is var gap and >= 0 ? Text[(gap + 2)..] : Text;
}
