namespace Course;

/// <summary>Downloads a pinned package as a <c>.tgz</c>.</summary>
internal interface IPackageSource
{
    /// <returns>Path of the archive in <paramref name="folder"/>.</returns>
    /// <exception cref="SourceException">Could not be had; the message is a clause without a full stop.</exception>
    string Pack(string package, string folder);
}
