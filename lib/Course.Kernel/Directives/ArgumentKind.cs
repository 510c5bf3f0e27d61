namespace Course.Kernel.Directives;

/// <summary>What follows a directive's name.</summary>
internal enum ArgumentKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A file, in quotes or bare, to the end of the line.</summary>
    File,

    /// <summary>A file, a package or a place to get packages from, in quotes.</summary>
    Quoted,

    /// <summary>The lines below, up to the next language or directive that stands between languages.</summary>
    Text,
}
