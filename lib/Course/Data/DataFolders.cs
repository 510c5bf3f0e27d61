namespace Course;

/// <summary>Where data files stand.</summary>
/// <param name="Committed">Folder with the repository's data, or null when there is none around.</param>
/// <param name="Cache">Folder for fetched data; made on the first fetch.</param>
internal sealed record DataFolders(string? Committed, string Cache)
{
    internal const string Variable = "COURSE_DATA";
    internal const string CacheVariable = "COURSE_CACHE";
    private const string Marker = "manifest.json";

    /// <summary><c>COURSE_DATA</c>, else <c>datasets/</c> in a folder from here upward; the cache is <c>COURSE_CACHE</c>, else below the user's folder.</summary>
    /// <exception cref="DatasetException"><c>COURSE_DATA</c> is set to a folder that is not there.</exception>
    public static DataFolders Find(Func<string, string?> variable, string currentDirectory, string userFolder)
    {
        var cache = variable(CacheVariable) is { Length: > 0 } kept ? Path.GetFullPath(kept) : Path.Combine(userFolder, "data");
        if (variable(Variable) is not { Length: > 0 } named)
        {
            return new(Upward(currentDirectory), cache);
        }

        return Directory.Exists(named)
            ? new(Path.GetFullPath(named), cache)
            : throw new DatasetException(
                $"{Variable} is set to '{named}', which is not a folder. Set it to the course's datasets folder, or unset it.");
    }

    private static string? Upward(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "datasets");
            if (File.Exists(Path.Combine(candidate, Marker)))
            {
                return candidate;
            }
        }

        return null;
    }
}
