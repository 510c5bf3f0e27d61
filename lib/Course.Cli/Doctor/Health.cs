namespace Course.Cli.Doctor;

/// <summary>How well one thing is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The course works without it, less well.</summary>
    Warn,

    /// <summary>The course does not work without it.</summary>
    Fail,
}
