using System.Text.Json;

namespace Course;

/// <summary>The learner's file of solved exercises. Several notebooks may write it at once, and a damaged file is set aside, not lost.</summary>
/// <remarks>Beside <c>progress.json</c> lie <c>.bak</c> (the state before the last write), <c>.lock</c> (held while writing) and, after damage, <c>.broken</c>.</remarks>
internal sealed class ProgressFile(string path)
{
    private const int Version = 2;
    private const int LockAttempts = 100;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    // Version 1 was written when notebooks 15 and 16 were one.
    private static readonly Dictionary<string, string> RenamedSinceVersion1 = new() { ["15-3"] = "16-1", ["15-4"] = "16-2", ["15-5"] = "16-4" };

    private string Backup => path + ".bak";

    /// <summary>The solved ids; from the backup if the file is damaged; none if there is no file.</summary>
    public HashSet<string> Read() => Parse(path) ?? Parse(Backup) ?? [];

    /// <summary>Adds one id to what is on disk now.</summary>
    /// <exception cref="IOException">The disk is full or read-only, or the lock stays taken for two seconds.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public HashSet<string> Add(string id)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var held = Lock();
        SetAsideIfBroken();
        var solved = Read();
        if (solved.Add(id))
        {
            Write(solved);
        }

        return solved;
    }

    private void Write(HashSet<string> solved)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, JsonSerializer.Serialize(new Content(Version, [.. solved.Order(StringComparer.Ordinal)]), Layout));
        if (File.Exists(path))
        {
            File.Copy(path, Backup, overwrite: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private void SetAsideIfBroken()
    {
        if (File.Exists(path) && Parse(path) is null)
        {
            File.Move(path, path + ".broken", overwrite: true);
        }
    }

    // A file opened for itself alone is a lock in every process and on every platform, and a crash releases it.
    private FileStream Lock()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < LockAttempts)
            {
                Thread.Sleep(LockPause);
            }
        }
    }

    private static HashSet<string>? Parse(string file)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(file));
            return content?.Solved is null ? null : [.. content.Solved.Select(id => CurrentId(id, content.Version))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string CurrentId(string id, int version) =>
        version == 1 ? RenamedSinceVersion1.GetValueOrDefault(id, id) : id;

    private sealed record Content(int Version, string[]? Solved);
}
