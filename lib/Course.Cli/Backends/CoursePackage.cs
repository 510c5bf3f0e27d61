using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Course.Cli.Backends;

namespace Course.Cli;

/// <summary>The freshly built library that stands in for the package that notebooks name.</summary>
internal static class CoursePackage
{
    /// <summary>The package's id, as in <c>#r "nuget: Course, 1.0.0"</c>.</summary>
    internal const string Id = "Course";

    /// <summary>The package's version; notebooks say it exactly.</summary>
    internal const string Version = "1.0.0";

    private const string SolutionSuffix = ".solution.cs";

    /// <summary>Where the build put the library's assemblies.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "packages", Id);

    /// <summary>The library itself.</summary>
    internal static string Assembly { get; } = Path.Combine(Folder, "Course.dll");

    /// <summary>True if the library is there.</summary>
    internal static bool IsBuilt => File.Exists(Assembly);

    /// <summary>Package id → folder with assemblies, for sessions: this library, or its build on the backend that was chosen.</summary>
    internal static IReadOnlyDictionary<string, string> Overrides => new BackendStore(CourseFolders.Find()).Overrides;

    /// <summary>Ids of the exercises that the library has a solution for; null if it is not built.</summary>
    /// <remarks>Read from the assembly's list of embedded files: loading it would tie this program to it.</remarks>
    internal static IReadOnlySet<string>? ExerciseIds() => Resources() is not { } names ? null : names
        .Where(name => name.EndsWith(SolutionSuffix, StringComparison.Ordinal))
        .Select(IdOf)
        .ToHashSet();

    /// <summary>Exercise → its stored solution; none if the library is not built.</summary>
    internal static IReadOnlyDictionary<string, string> Solutions()
    {
        if (!IsBuilt)
        {
            return new Dictionary<string, string>();
        }

        using var file = new PEReader(File.OpenRead(Assembly));
        var metadata = file.GetMetadataReader();
        return metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Select(resource => (Name: metadata.GetString(resource.Name), resource.Offset))
            .Where(resource => resource.Name.EndsWith(SolutionSuffix, StringComparison.Ordinal))
            .ToDictionary(resource => IdOf(resource.Name), resource => TextAt(file, resource.Offset));
    }

    /// <summary>Names of the files embedded in the library; null if it is not built.</summary>
    internal static IReadOnlyList<string>? Resources()
    {
        if (!IsBuilt)
        {
            return null;
        }

        using var file = new PEReader(File.OpenRead(Assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.ManifestResources.Select(handle => metadata.GetString(metadata.GetManifestResource(handle).Name))];
    }

    private static string IdOf(string resource) => resource[..^SolutionSuffix.Length].Split('.')[^1];

    // An embedded file stands in the assembly behind its length.
    private static string TextAt(PEReader file, long offset)
    {
        var reader = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + (int)offset).GetReader();
        var text = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
        return text.TrimStart('\uFEFF');
    }
}
