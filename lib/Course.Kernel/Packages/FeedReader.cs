using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Course.Kernel.Packages;

/// <summary>
/// Takes a package without dependencies straight from a folder of .nupkg files: no SDK, no network, a few milliseconds.
/// Unpacked copies are kept by the content's hash, so a rebuilt package of the same version is seen.
/// </summary>
internal sealed class FeedReader(string cache)
{
    /// <summary>The package's files; null if the folder does not have it or only a full restore can tell what belongs to it.</summary>
    public PackageFiles? TryGet(string folder, PackageReference package)
    {
        if (Find(folder, package) is not { } file)
        {
            return null;
        }

        try
        {
            using var archive = ZipFile.OpenRead(file);
            return NeedsRestore(archive) ? null : Files(Unpack(file, archive, package.Id));
        }
        catch (InvalidDataException damaged)
        {
            throw new PackageException($"{file} is damaged ({damaged.Message}); build or download it again.", damaged);
        }
    }

    private static string? Find(string folder, PackageReference package)
    {
        var wanted = PackageVersion.TryParse(package.Version);
        if (wanted is null && package.Version.Length > 0)
        {
            return null;
        }

        var found =
            from path in Directory.EnumerateFiles(folder, "*.nupkg", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            let name = Path.GetFileNameWithoutExtension(path)
            where name.StartsWith(package.Id + ".", StringComparison.OrdinalIgnoreCase)
            let version = PackageVersion.TryParse(name[(package.Id.Length + 1)..])
            where version is not null && (wanted is null ? version.Label.Length == 0 : version.CompareTo(wanted) == 0)
            orderby version descending
            select path;
        return found.FirstOrDefault();
    }

    private static bool NeedsRestore(ZipArchive archive)
    {
        var manifest = archive.Entries.FirstOrDefault(entry => entry.FullName == entry.Name && entry.Name.EndsWith(".nuspec", StringComparison.Ordinal))
            ?? throw new InvalidDataException("it has no .nuspec");
        using var text = manifest.Open();
        return XDocument.Load(text).Descendants().Any(element => element.Name.LocalName == "dependency")
            || archive.Entries.Any(entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal)
                && entry.FullName.Contains("/lib/", StringComparison.Ordinal));
    }

    private string Unpack(string file, ZipArchive archive, string id)
    {
        using var content = File.OpenRead(file);
        var target = Path.Combine(cache, id.ToLowerInvariant(), Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        if (!Directory.Exists(target))
        {
            var unfinished = $"{target}.{Environment.ProcessId}";
            archive.ExtractToDirectory(unfinished, overwriteFiles: true);
            try
            {
                Directory.Move(unfinished, target);
            }
            catch (IOException) when (Directory.Exists(target))
            {
                Directory.Delete(unfinished, recursive: true); // another session was faster
            }
        }

        return target;
    }

    private static PackageFiles Files(string folder)
    {
        var libraries = BestFramework(Path.Combine(folder, "lib"));
        var references = BestFramework(Path.Combine(folder, "ref"));
        return PackageFiles.OfPackage(references.Length > 0 ? references : libraries, libraries, NativeFiles(folder)) with { Extensions = [.. PackageFiles.ExtensionsIn(folder)] };
    }

    private static string[] BestFramework(string folder)
    {
        var best = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Where(path => Rank(Path.GetFileName(path)) > 0).MaxBy(path => Rank(Path.GetFileName(path)))
            : null;
        return best is null ? [] : [.. Directory.GetFiles(best, "*.dll").Order(StringComparer.Ordinal)];
    }

    /// <summary>The newer the framework, the higher; 0 for one that does not run here.</summary>
    private static int Rank(string framework)
    {
        const string Standard = "netstandard";
        if (framework.StartsWith(Standard, StringComparison.Ordinal))
        {
            return Version.TryParse(framework[Standard.Length..], out var standard) ? standard.Major * 10 + standard.Minor : 0;
        }

        return framework.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(framework[3..], out var version)
            && version.Major >= 5 && version.Major <= Environment.Version.Major
                ? 1000 + version.Major
                : 0;
    }

    private static List<string> NativeFiles(string folder)
    {
        var portable = RuntimeInformation.RuntimeIdentifier;
        var system = portable.Split('-')[0];
        return new[] { portable, system, "unix", "any" }
            .Select(platform => Path.Combine(folder, "runtimes", platform, "native"))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .ToList();
    }
}
