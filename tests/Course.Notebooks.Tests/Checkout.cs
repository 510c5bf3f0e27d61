namespace Course.Notebooks.Tests;

/// <summary>The folders of this checkout.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Notebooks => Path.Combine(Root, "notebooks");

    public static string Exercises => Path.Combine(Root, "lib", "Course", "Exercises");

    public static string Answers => Path.Combine(Root, "tests", "Course.Notebooks.Tests", "Answers");

    /// <summary>The built library, of the configuration that these tests were built in.</summary>
    public static string CoursePackage
    {
        get
        {
            // …/bin/<configuration>/net10.0/
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            return Path.Combine(Root, "lib", "Course.Cli", "bin", configuration, "net10.0", "packages", "Course");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Course.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Course.sln above {AppContext.BaseDirectory}");
    }
}
