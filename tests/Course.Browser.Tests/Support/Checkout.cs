namespace Course.Browser.Tests.Support;

/// <summary>Where things are in the checkout that these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder with Course.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The notebooks as committed.</summary>
    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The command's output folder, of the configuration of these tests; it holds <c>web/</c> and <c>packages/</c>.</summary>
    public static string Cli
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            return Path.Combine(Root, "lib", "Course.Cli", "bin", configuration, "net10.0");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Course.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"no Course.sln above {AppContext.BaseDirectory}");
    }
}
