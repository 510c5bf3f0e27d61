namespace Course.Cli;

/// <summary>Where the course stands on this machine.</summary>
/// <param name="Root">The checkout, or the current folder if there is none.</param>
/// <param name="HasSources">True if <paramref name="Root"/> is a checkout.</param>
internal sealed record CourseFolders(string Root, bool HasSources)
{
    internal string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The learner's own copies, which are not committed.</summary>
    internal string OwnNotebooks => Path.Combine(Root, "my-notebooks");

    internal string Artifacts => Path.Combine(Root, "artifacts");

    internal string Datasets => Path.Combine(Root, "datasets");

    internal string Feed => Path.Combine(Notebooks, "feed");

    /// <summary>The first checkout upward from the current folder, else upward from the program.</summary>
    internal static CourseFolders Find() => Find(Environment.CurrentDirectory, AppContext.BaseDirectory);

    internal static CourseFolders Find(string current, string program) =>
        Upward(current).Concat(Upward(program)).FirstOrDefault(IsCheckout) is { } root
            ? new(root, true)
            : new(current, false);

    /// <summary>A path as the learner would type it here: relative if it lies below the current folder.</summary>
    internal static string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static bool IsCheckout(string folder) =>
        File.Exists(Path.Combine(folder, "Course.sln")) && Directory.Exists(Path.Combine(folder, "notebooks"));

    private static IEnumerable<string> Upward(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
