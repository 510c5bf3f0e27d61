namespace Course.Kernel.Packages;

/// <summary>Where the packages that cells name come from.</summary>
internal interface IPackages
{
    /// <summary>The files of a package and of what it needs.</summary>
    /// <exception cref="PackageException">It cannot be had; the message says what to do.</exception>
    PackageFiles Resolve(PackageReference package, CancellationToken cancellation);

    /// <summary>Looks for packages in one more place.</summary>
    /// <exception cref="PackageException">It is no such place.</exception>
    void AddSource(string target);
}
