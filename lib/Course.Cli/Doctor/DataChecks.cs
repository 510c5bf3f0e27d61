using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Course.Cli.Doctor;

/// <summary>The committed data files against the sizes and hashes of their manifest.</summary>
internal static class DataChecks
{
    internal static IEnumerable<Diagnosis> Run(CourseFolders folders)
    {
        var root = Environment.GetEnvironmentVariable("COURSE_DATA") is { Length: > 0 } other ? other : folders.Datasets;
        var manifest = Path.Combine(folders.Datasets, "manifest.json");
        if (!File.Exists(manifest))
        {
            yield return new(Health.Fail, "data", $"{manifest} is missing", "run this in a checkout of the course, or restore the file: git checkout datasets");
            yield break;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        foreach (var set in json.RootElement.GetProperty("datasets").EnumerateArray().Where(set => set.GetProperty("committed").GetBoolean()))
        {
            yield return Check(root, set);
        }
    }

    private static Diagnosis Check(string root, JsonElement set)
    {
        var what = "data " + set.GetProperty("name").GetString();
        var total = 0L;
        foreach (var file in set.GetProperty("files").EnumerateArray())
        {
            var path = Path.Combine(root, file.GetProperty("path").GetString()!);
            var bytes = file.GetProperty("bytes").GetInt64();
            total += bytes;
            if (ProblemOf(path, bytes, file.GetProperty("sha256").GetString()!) is { } problem)
            {
                return new(Health.Fail, what, $"{path} {problem}", "restore it: git checkout datasets");
            }
        }

        return new(Health.Ok, what, string.Create(CultureInfo.InvariantCulture, $"{total / 1e6:0.0} MB, size and SHA-256 as in the manifest"));
    }

    // Size and hash are those of the content, before gzip.
    private static string? ProblemOf(string path, long bytes, string sha256)
    {
        if (!File.Exists(path))
        {
            return "is missing";
        }

        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var (count, found) = Hash(content);
            return count != bytes ? $"has {count} bytes of content, and {bytes} are wanted"
                : found != sha256 ? $"has SHA-256 {found}, and {sha256} is wanted"
                : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"cannot be read: {e.Message}";
        }
    }

    private static (long Count, string Hash) Hash(Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var count = 0L;
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            count += read;
        }

        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
