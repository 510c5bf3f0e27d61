using Course.Kernel.Directives;
using Course.Kernel.Session;

namespace Course.Kernel.Packages;

/// <summary>Finds packages, in this order: the host's overrides, folder feeds, <c>dotnet restore</c>.</summary>
internal sealed class PackageResolver
{
    private readonly Dictionary<string, (string Version, PackageFiles Files)> _resolved = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PackageReference> _restored = [];
    private readonly List<string> _sources = [];
    private readonly SessionOptions _options;
    private readonly FeedReader _feed;
    private readonly PackageRestore _restore;

    public PackageResolver(SessionOptions options)
    {
        _options = options;
        var cache = options.PackageCache ?? DefaultCache();
        _feed = new FeedReader(Path.Combine(cache, "packages"));
        _restore = new PackageRestore(Path.Combine(cache, "restore"), options.WorkingDirectory);
    }

    /// <summary>One more folder or address to look in, as <c>#i</c> gives it.</summary>
    public void AddSource(string target, int line)
    {
        const string Prefix = "nuget:";
        if (!target.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            throw new DirectiveException("#i takes a package source, as in: #i \"nuget: ../feed\"", line);
        }

        var source = target[Prefix.Length..].Trim();
        _sources.Add(source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, _options.WorkingDirectory));
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
        var folder = _options.PackageOverrides
            .FirstOrDefault(pair => pair.Key.Equals(package.Id, StringComparison.OrdinalIgnoreCase)).Value;
        if (folder is null)
        {
            return null;
        }

        var files = PackageFiles.OfBuildFolder(folder);
        return files.Assemblies.Count > 0
            ? files
            : throw new PackageException($"{folder}, which stands in for the package {package.Id}, has no assemblies; build the solution first.");
    }

    private PackageFiles? FromFolder(PackageReference package) =>
        NuGetConfig.FolderSources(_options.WorkingDirectory).Concat(_sources.Where(Directory.Exists))
            .Select(folder => _feed.TryGet(folder, package))
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
