namespace Course.Kernel.Packages;

/// <summary>Finds packages, in this order: the host's overrides, folder feeds, <c>dotnet restore</c>.</summary>
/// <param name="folder">The notebook's: relative sources start there, and NuGet.config holds from there upward.</param>
/// <param name="overrides">Package id → folder with its assemblies.</param>
/// <param name="cache">Where packages are kept; null: the user's cache folder.</param>
internal sealed class PackageResolver(string folder, IReadOnlyDictionary<string, string> overrides, string? cache) : IPackages
{
    private readonly Dictionary<string, (string Version, PackageFiles Files)> _resolved = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PackageReference> _restored = [];
    private readonly List<string> _sources = [];
    private readonly FeedReader _feed = new(Path.Combine(cache ?? DefaultCache(), "packages"));
    private readonly PackageRestore _restore = new(Path.Combine(cache ?? DefaultCache(), "restored"), folder);

    /// <summary>One more folder or address to look in, as <c>#i</c> gives it.</summary>
    /// <exception cref="PackageException">It is no package source.</exception>
    public void AddSource(string target)
    {
        const string Prefix = "nuget:";
        if (!target.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new PackageException("#i takes a package source, as in: #i \"nuget: ../feed\"");
        }

        var source = target[Prefix.Length..].Trim();
        _sources.Add(source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder));
    }

    /// <summary>The files of a package. A failure leaves nothing behind: the next attempt starts afresh.</summary>
    /// <exception cref="PackageException">The package cannot be had.</exception>
    public PackageFiles Resolve(PackageReference package, CancellationToken cancellation)
    {
        if (_resolved.TryGetValue(package.Id, out var known))
        {
            return known.Version == package.Version || package.Version.Length == 0
                ? known.Files
                : throw new PackageException(
                    $"{package.Id} {known.Version} is loaded already; restart the notebook to use {package.Version} instead.");
        }

        var files = Override(package) ?? FromFolder(package) ?? Restore(package, cancellation);
        _resolved[package.Id] = (package.Version, files);
        return files;
    }

    private PackageFiles? Override(PackageReference package)
    {
        var standIn = overrides.FirstOrDefault(pair => pair.Key.Equals(package.Id, StringComparison.OrdinalIgnoreCase)).Value;
        if (standIn is null)
        {
            return null;
        }

        var files = PackageFiles.OfBuildFolder(standIn);
        return files.Assemblies.Count > 0
            ? files
            : throw new PackageException($"{standIn}, which stands in for the package {package.Id}, has no assemblies; build the solution first.");
    }

    private PackageFiles? FromFolder(PackageReference package) =>
        NuGetConfig.FolderSources(folder).Concat(_sources.Where(Directory.Exists))
            .Select(source => _feed.TryGet(source, package))
            .FirstOrDefault(files => files is not null);

    private PackageFiles Restore(PackageReference package, CancellationToken cancellation)
    {
        var files = _restore.Run([.. _restored, package], _sources, cancellation);
        _restored.Add(package);
        return files;
    }

    private static string DefaultCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length > 0)
        {
            try
            {
                return Directory.CreateDirectory(Path.Combine(home, "course")).FullName;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A read-only home, as on some servers: the temporary folder will do.
            }
        }

        return Path.Combine(Path.GetTempPath(), "course-" + Environment.UserName);
    }
}
