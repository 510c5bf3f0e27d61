namespace Course.Kernel.Session.Packages;

/// <summary>Finds packages, in this order: the host's overrides, folder feeds, <c>dotnet restore</c>.</summary>
internal sealed class PackageResolver(SessionOptions options)
{
    private readonly Dictionary<string, (string Version, PackageFiles Files)> _resolved = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>One more folder or address to look in, as <c>#i</c> gives it.</summary>
    public void AddSource(string target, int line)
    {
        const string Prefix = "nuget:";
        if (!target.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new DirectiveException("#i takes a package source, as in: #i \"nuget: ../feed\"", line);
        }
        var source = target[Prefix.Length..].Trim();
        _sources.Add(source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, options.WorkingDirectory));
    }

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
        var files = Override(package) ?? throw new PackageException($"There is no package {package.Id}.");
        _resolved[package.Id] = (package.Version, files);
        return files;
    }

    private PackageFiles? Override(PackageReference package)
    {
        var folder = options.PackageOverrides
            .FirstOrDefault(pair => pair.Key.Equals(package.Id, StringComparison.OrdinalIgnoreCase)).Value;
        if (folder is null)
        {
            return null;
        }
        var assemblies = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll") : [];
        return assemblies.Length > 0
            ? new PackageFiles([.. assemblies.Order(StringComparer.Ordinal).Select(path => new LibraryFile(path, MayBeRebuilt: true))], [])
            : throw new PackageException($"{folder}, which stands in for the package {package.Id}, has no assemblies; build the solution first.");
    }
}
