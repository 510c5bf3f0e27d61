namespace Course;

/// <summary>What the manifest says of one data set.</summary>
/// <param name="Name">As given to <see cref="Data.Fetch"/>.</param>
/// <param name="Committed">Part of the repository; the others are fetched on demand.</param>
/// <param name="About">One line for a listing.</param>
/// <param name="Licence">Of the data, not of this library.</param>
/// <param name="Source">Who made it and where it stands.</param>
/// <param name="Files">At least one.</param>
internal sealed record DatasetInfo(
    string Name, bool Committed, string About, string Licence, string Source, IReadOnlyList<DatasetFile> Files)
{
    /// <summary>Size of all files after unpacking, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);
}
