namespace Course;

/// <summary>Takes data files from the web site that the notebook's page belongs to.</summary>
/// <param name="site">Path from the site's root → content; null where there is none.</param>
/// <param name="progress">Hears of each file.</param>
internal sealed class SiteFetcher(Func<string, byte[]?> site, IProgress<FetchProgress> progress) : IFetcher
{
    private const string Folder = "tab/data/";

    public void Fetch(DatasetInfo dataset, string cache, Func<DatasetFile, bool> isWanted)
    {
        var done = 0L;
        foreach (var file in dataset.Files.Where(isWanted).ToList())
        {
            progress.Report(new FetchProgress(dataset.Name, done, null));
            var content = site(Folder + file.Path) ?? throw new DatasetException(Missing(dataset));
            Store(cache, file, content);
            done += content.Length;
        }

        progress.Report(new FetchProgress(dataset.Name, done, null));
    }

    // A server may unpack what it sends.
    private static void Store(string cache, DatasetFile file, byte[] content)
    {
        if (file.IsPacked && content is not [0x1f, 0x8b, ..])
        {
            CacheFile.Write(cache, file, content);
            return;
        }

        var path = Path.Combine(cache, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, stream => stream.Write(content));
    }

    private static string Missing(DatasetInfo dataset) => dataset.Committed
        ? $"'{dataset.Name}' did not come: the page needs the network for it once. Run the cell again when there is one."
        : $"'{dataset.Name}' is not among the data of this page, and a page may not fetch it from elsewhere. Every notebook also runs without it; in Jupyter or VS Code it is fetched.";
}
