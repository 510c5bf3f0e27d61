namespace Course.Notebooks.Tests;

/// <summary>Where things are in the checkout that these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder with Course.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The notebooks as committed.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    public static string Exercises => Path.Combine(Root, "lib", "Course", "Exercises");

    public static string Answers => Path.Combine(Root, "tests", "Course.Notebooks.Tests", "Answers");

    /// <summary>The command's output folder, of the configuration of these tests; it holds <c>web/</c> and <c>packages/</c>.</summary>
    public static string Cli => Path.Combine(Root, "lib", "Course.Cli", "bin", Configuration, "net10.0");

    /// <summary>The built library.</summary>
    public static string CoursePackage => Path.Combine(Cli, "packages", "Course");

    /// <summary>Where one run of the course at the fast tier is kept for all tests.</summary>
    public static string Executed => Path.Combine(Root, "artifacts", "tests", Configuration);

    // …/bin/<configuration>/net10.0/
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

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
