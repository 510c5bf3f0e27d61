using System.Diagnostics;

namespace Course.Benchmarks;

/// <summary>The checkout that is measured.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>The Release build of the <c>course</c> command.</summary>
    internal static string CourseFolder { get; } = Path.Combine(Root, "lib", "Course.Cli", "bin", "Release", "net10.0");

    /// <summary>Sum of the files that git tracks, in bytes.</summary>
    internal static long TrackedBytes()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return files.Select(file => new FileInfo(Path.Combine(Root, file))).Where(file => file.Exists).Sum(file => file.Length);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Course.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run this inside a checkout of the course");
        }

        return folder;
    }
}
