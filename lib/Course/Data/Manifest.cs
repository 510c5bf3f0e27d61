using System.Text.Json;

namespace Course;

/// <summary>The list of data sets with sizes and hashes: <c>datasets/manifest.json</c>, embedded, so that it cannot drift from the code.</summary>
internal sealed class Manifest
{
    internal Manifest(IReadOnlyList<DatasetInfo> datasets) => Datasets = datasets;

    public static Manifest Embedded { get; } = new(JsonSerializer.Deserialize(Resource.Text("manifest.json"), DataJson.Default.Content)!.Datasets);

    public IReadOnlyList<DatasetInfo> Datasets { get; }

    /// <exception cref="DatasetException">No such name; the message lists the names there are.</exception>
    public DatasetInfo Find(string name) =>
        Datasets.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new DatasetException(
            $"There is no data set '{name}'. There are: {string.Join(", ", Datasets.Select(dataset => dataset.Name))}.");

    internal sealed record Content(IReadOnlyList<DatasetInfo> Datasets);
}
