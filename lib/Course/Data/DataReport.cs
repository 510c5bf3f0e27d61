using static System.FormattableString;

namespace Course;

/// <summary>The tables behind <c>course data list</c> and <c>course data verify</c>.</summary>
internal sealed class DataReport(DataStore store)
{
    /// <summary>One row a data set: name, size, where it is, licence, contents.</summary>
    public TableView List() => Table.Of(
        store.Manifest.Datasets,
        ("data set", dataset => dataset.Name),
        ("MB", dataset => Math.Round(dataset.Bytes / 1e6, 2)),
        ("where", Place),
        ("licence", dataset => dataset.Licence),
        ("what", dataset => dataset.About));

    /// <summary>One row a file, each read whole and compared with its hash.</summary>
    /// <param name="name">Of one data set; null: of all.</param>
    /// <exception cref="DatasetException">No such name, or a file is damaged, or one of the repository is missing; names them all.</exception>
    public TableView Verify(string? name = null)
    {
        List<string> faults = [];
        var datasets = name is null ? store.Manifest.Datasets : [store.Manifest.Find(name)];
        var rows = datasets.SelectMany(dataset => dataset.Files.Select(file => Check(dataset, file, faults))).ToList();
        return faults.Count == 0
            ? Table.Of(rows, ("file", row => row.Path), ("bytes", row => row.Bytes), ("state", row => row.State))
            : throw new DatasetException(string.Join("\n", faults));
    }

    private string Place(DatasetInfo dataset) =>
        dataset.Files.Any(file => store.Locate(file) is null) ? "on demand"
        : store.IsCached(store.Locate(dataset.Files[0])!) ? "cache"
        : "repository";

    private (string Path, long Bytes, string State) Check(DatasetInfo dataset, DatasetFile file, List<string> faults)
    {
        if (store.Locate(file) is null)
        {
            if (dataset.Committed)
            {
                faults.Add(Invariant($"{file.Path} is missing. Start in the course's folder, set {DataFolders.Variable}, or run `Data.Fetch(\"{dataset.Name}\")`."));
            }

            return (file.Path, file.Bytes, "not here");
        }

        try
        {
            store.Read(dataset.Name, file.Path);
            return (file.Path, file.Bytes, "right");
        }
        catch (DatasetException e)
        {
            faults.Add(e.Message);
            return (file.Path, file.Bytes, "damaged");
        }
    }
}
