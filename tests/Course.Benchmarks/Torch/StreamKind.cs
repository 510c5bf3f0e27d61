namespace Course.Benchmarks.Torch;

/// <summary>Which arrays of 16 MB an operation must move at least.</summary>
internal enum StreamKind
{
    /// <summary>One in: 16 MB.</summary>
    Read,

    /// <summary>One in, one out: 32 MB.</summary>
    Copy,

    /// <summary>Four in, three of them changed: 112 MB, as in a step of Adam.</summary>
    Update,
}
