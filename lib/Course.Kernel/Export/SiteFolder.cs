using System.Text.Json;

namespace Course.Kernel.Export;

/// <summary>A site's folder, built beside its place and moved there when complete.</summary>
/// <remarks>
/// What a site consists of stands in its <c>site.json</c>. Files that are not in that list belong to somebody else: they move along to the new site,
/// and a folder without the list is never replaced.
/// </remarks>
internal sealed class SiteFolder : IDisposable
{
    private const string ManifestName = "site.json";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    private readonly string _final;
    private readonly string _building;
    private readonly string _previous;
    private readonly FileStream _lock;
    private readonly SortedSet<string> _written = new(StringComparer.Ordinal);

    private SiteFolder(string final, FileStream exclusive)
    {
        _final = final;
        _building = final + ".building";
        _previous = final + ".previous";
        _lock = exclusive;
    }

    /// <summary>Starts a new site for <paramref name="path"/>; nothing there changes before <see cref="Commit"/>.</summary>
    /// <exception cref="SiteExportException">Another export is at work there, or the folder holds what is not a site.</exception>
    public static SiteFolder Open(string path)
    {
        var final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(final) is not { } parent || File.Exists(final))
        {
            throw new SiteExportException($"{final} is not a place for a site: a folder is wanted, existing or new");
        }

        Directory.CreateDirectory(parent);
        var folder = new SiteFolder(final, Lock(final));
        try
        {
            folder.Prepare();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes a text file of the new site.</summary>
    public void Write(string sitePath, string text) => File.WriteAllText(Place(sitePath), text);

    /// <summary>Copies a file into the new site.</summary>
    public void Copy(string sitePath, string source) => File.Copy(source, Place(sitePath));

    /// <summary>Puts the new site in its place; the old one goes only when the new one stands.</summary>
    /// <returns>Bytes and number of files written.</returns>
    public (int Files, long Bytes) Commit()
    {
        Write(ManifestName, JsonSerializer.Serialize(new { generator = "course export", files = _written }, Layout) + "\n");
        var bytes = _written.Sum(file => new FileInfo(Path.Combine(_building, file)).Length);
        if (Directory.Exists(_final))
        {
            CarryOver();
            Directory.Move(_final, _previous);
        }

        try
        {
            Directory.Move(_building, _final);
        }
        catch when (Directory.Exists(_previous))
        {
            Directory.Move(_previous, _final);
            throw;
        }

        Remove(_previous);
        return (_written.Count, bytes);
    }

    /// <summary>Removes what was built and not committed.</summary>
    public void Dispose()
    {
        Remove(_building);
        _lock.Dispose();
    }

    private static FileStream Lock(string final)
    {
        try
        {
            return new FileStream(final + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new SiteExportException($"another export is writing {final}; wait for it to end", e);
        }
    }

    private void Prepare()
    {
        // A killed export leaves its half behind, or, within the instant of the swap, the old site under its other name.
        Remove(_building);
        if (!Directory.Exists(_final) && Directory.Exists(_previous))
        {
            Directory.Move(_previous, _final);
        }

        Remove(_previous);
        if (Directory.Exists(_final) && Directory.EnumerateFileSystemEntries(_final).Any() && ReadManifest() is null)
        {
            throw new SiteExportException($"{_final} holds files and is not a site that this command wrote (it has no {ManifestName}); name another folder, or empty this one");
        }

        Directory.CreateDirectory(_building);
    }

    private string Place(string sitePath)
    {
        var path = Path.Combine(_building, sitePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _written.Add(sitePath);
        return path;
    }

    private void CarryOver()
    {
        var ours = ReadManifest() ?? [];
        foreach (var file in Directory.EnumerateFiles(_final, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var sitePath = Path.GetRelativePath(_final, file).Replace('\\', '/');
            if (ours.Contains(sitePath))
            {
                continue;
            }

            if (_written.Contains(sitePath))
            {
                throw new SiteExportException($"{file} was not written by an export, and the new site has a file of that name; move it away");
            }

            var target = Path.Combine(_building, sitePath);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private HashSet<string>? ReadManifest()
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_final, ManifestName)));
            return [ManifestName, .. json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString() ?? "")];
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
