namespace Course.Kernel.Script;

/// <summary>Whether a text can be run as it stands.</summary>
internal enum CodeStatus
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>More has to follow, such as a closing brace.</summary>
    Incomplete,

    /// <summary>It has an error that nothing that follows can mend.</summary>
    Invalid,
}
