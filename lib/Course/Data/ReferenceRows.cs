using System.Text.Json;

namespace Course;

/// <summary>A stored result of PyTorch: rows of numbers, and what made them.</summary>
internal sealed record ReferenceRows(string Made, double[][] Rows)
{
    private const string Prefix = "reference.";
    private const string Suffix = ".json";

    /// <exception cref="DatasetException">No such name; the message lists the names there are.</exception>
    public static double[][] Load(string name)
    {
        var names = typeof(ReferenceRows).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..^Suffix.Length]).Order().ToList();
        return names.Contains(name)
            ? JsonSerializer.Deserialize(Resource.Text(Prefix + name + Suffix), DataJson.Default.ReferenceRows)!.Rows
            : throw new DatasetException($"There is no reference '{name}'. There are: {string.Join(", ", names)}.");
    }
}
