namespace Course;

/// <summary>Finds data files, checks them, and fetches what is not there.</summary>
internal sealed class DataStore(Manifest manifest, DataFolders folders, IFetcher fetcher)
{
    private readonly object _fetching = new();

    public Manifest Manifest => manifest;

    public DataFolders Folders => folders;

    /// <returns>The checked content of one file of a data set, unpacked.</returns>
    /// <exception cref="DatasetException">Damaged, or neither here nor to be fetched.</exception>
    public byte[] Read(string dataset, string path)
    {
        var info = manifest.Find(dataset);
        return Check(info, info.Files.First(file => file.Path == path));
    }

    /// <summary>Makes sure that every file is here and right.</summary>
    /// <returns>Full path of the data set's first file.</returns>
    /// <exception cref="DatasetException">Damaged, or neither here nor to be fetched.</exception>
    public string Fetch(string dataset)
    {
        var info = manifest.Find(dataset);
        foreach (var file in info.Files)
        {
            Check(info, file);
        }

        return Locate(info.Files[0])!;
    }

    /// <returns>Full path, the committed copy first; null when the file is in neither folder.</returns>
    public string? Locate(DatasetFile file) =>
        new[] { folders.Committed, folders.Cache }.OfType<string>()
            .Select(folder => Path.Combine(folder, file.Path))
            .FirstOrDefault(File.Exists);

    /// <summary>Whether a path is in the cache: what we fetched we may delete, what the repository holds we may not.</summary>
    public bool IsCached(string path) => path.StartsWith(folders.Cache + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private byte[] Check(DatasetInfo info, DatasetFile file)
    {
        lock (_fetching) // threads that read parts of one data set fetch it once
        {
            if (Locate(file) is null)
            {
                fetcher.Fetch(info, folders.Cache, file => Locate(file) is null);
            }
        }

        var path = Locate(file) ?? throw new DatasetException($"{file.Path} is still missing after fetching '{info.Name}'.");
        return ReadOrDelete(info, file, path);
    }

    private byte[] ReadOrDelete(DatasetInfo info, DatasetFile file, string path)
    {
        if (!IsCached(path))
        {
            return ContentReader.Read(path, file, $"Restore it with `git checkout -- datasets/{file.Path}`, or get the course anew.");
        }

        try
        {
            return ContentReader.Read(path, file, $"It was deleted; run this again to fetch '{info.Name}' anew.");
        }
        catch (DatasetException e) when (e.InnerException is not (IOException or UnauthorizedAccessException))
        {
            File.Delete(path);
            throw;
        }
    }
}
