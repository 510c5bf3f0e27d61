namespace Course.Kernel.Packages;

/// <summary>A package as a cell names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">An exact version or a range; empty: the newest.</param>
internal sealed record PackageReference(string Id, string Version)
{
    /// <summary>Reads <c>nuget: Id, 1.2.3</c>; null for a reference that is no package.</summary>
    /// <exception cref="PackageException">It starts as a package and has no id.</exception>
    public static PackageReference? TryParse(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !reference[..colon].Trim().Equals("nuget", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = reference[(colon + 1)..].Split([',', ' '], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0
            ? throw new PackageException("The package has no name; write: #r \"nuget: Name, 1.0.0\"")
            : new PackageReference(parts[0], parts.Length > 1 ? parts[1].Trim(',', ' ') : "");
    }
}
