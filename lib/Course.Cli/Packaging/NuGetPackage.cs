using System.IO.Compression;
using System.Security;
using System.Text;
using Course.Kernel;

namespace Course.Cli.Packaging;

/// <summary>Writes a package file that holds its assemblies side by side.</summary>
/// <remarks>`dotnet pack` would name Course.Torch and System.Numerics.Tensors as dependencies, which Verso drops and an offline machine cannot restore.</remarks>
internal static class NuGetPackage
{
    private const string Framework = "net8.0";
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same files give the same bytes

    /// <summary>Writes the package, whole or not at all.</summary>
    /// <param name="path">The .nupkg file.</param>
    /// <param name="id">Package id.</param>
    /// <param name="version">Package version.</param>
    /// <param name="assemblies">Assemblies and their XML documentation.</param>
    /// <param name="dependency">The one package that it depends on; null: none.</param>
    internal static void Write(
        string path, string id, string version, IEnumerable<string> assemblies, (string Id, string Version)? dependency = null) => AtomicFile.Write(path, stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        AddText(zip, "[Content_Types].xml", ContentTypes);
        AddText(zip, "_rels/.rels", Relations(id));
        AddText(zip, $"{id}.nuspec", Manifest(id, version, dependency));
        foreach (var file in assemblies.Order(StringComparer.Ordinal))
        {
            var entry = NewEntry(zip, $"lib/{Framework}/{Path.GetFileName(file)}");
            using var target = entry.Open();
            using var source = File.OpenRead(file);
            source.CopyTo(target);
        }
    });

    private const string ContentTypes = """
        <?xml version="1.0" encoding="utf-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
          <Default Extension="nuspec" ContentType="application/octet" />
          <Default Extension="dll" ContentType="application/octet" />
          <Default Extension="xml" ContentType="application/octet" />
        </Types>
        """;

    private static string Relations(string id) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{id}.nuspec" Id="R1" />
        </Relationships>
        """;

    private static string Manifest(string id, string version, (string Id, string Version)? dependency) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{SecurityElement.Escape(id)}</id>
            <version>{SecurityElement.Escape(version)}</version>
            <authors>The Course authors</authors>
            <license type="expression">MIT</license>
            <description>The library that the notebooks of the C# deep-learning course load: data, charts, exercises, tensors.</description>
            <dependencies>
              <group targetFramework="{Framework}">{Dependency(dependency)}</group>
            </dependencies>
          </metadata>
        </package>
        """;

    private static string Dependency((string Id, string Version)? dependency) => dependency is not { } package
        ? ""
        : $"<dependency id=\"{SecurityElement.Escape(package.Id)}\" version=\"{SecurityElement.Escape(package.Version)}\" />";

    private static void AddText(ZipArchive zip, string name, string text)
    {
        using var stream = NewEntry(zip, name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static ZipArchiveEntry NewEntry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Epoch;
        return entry;
    }
}
