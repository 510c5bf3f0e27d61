using Course.Kernel;

namespace Course.Cli.Packaging;

/// <summary>Restores the package the way a host would on a machine without a network: an empty project, this feed and nothing else.</summary>
internal static class FeedTrial
{
    /// <summary>Tries it.</summary>
    /// <param name="feed">The folder with the package.</param>
    /// <returns>Null if the library and its documentation arrived; else what dotnet said.</returns>
    internal static string? Run(string feed)
    {
        var scratch = Directory.CreateTempSubdirectory("course-feed-").FullName;
        try
        {
            WriteProject(scratch, feed);
            var (code, said) = Tool.Run("dotnet", ["restore", "--nologo", "-v", "quiet"], scratch, new() { ["NUGET_PACKAGES"] = Path.Combine(scratch, "packages") });
            var restored = Path.Combine(scratch, "packages", CoursePackage.Id.ToLowerInvariant(), CoursePackage.Version, "lib", "net8.0", "Course.dll");
            return code == 0 && File.Exists(restored) ? null : said.Trim();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void WriteProject(string folder, string feed)
    {
        // Files that stop the search upward: the trial must not see anything else of this machine.
        AtomicFile.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        AtomicFile.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        AtomicFile.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration><packageSources><clear /><add key="course" value="{feed}" /></packageSources></configuration>
            """);
        AtomicFile.WriteAllText(Path.Combine(folder, "trial.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{CoursePackage.Id}" Version="{CoursePackage.Version}" /></ItemGroup>
            </Project>
            """);
    }
}
