using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Course.Cli.Tests.Setup;

/// <summary>What the build does for whom.</summary>
public sealed class BuildTests : IDisposable
{
    private const string FirstLine = "Building the course, once";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Ahead_PackageFolderWithOrWithoutASlash_FindsItsCompiler(string slash)
    {
        File.WriteAllText(_scratch.At("a.proj"), $"<Project><Import Project=\"{CourseProgram.Root}/lib/ReadyToRun.targets\" /></Project>");
        string[] arguments = [_scratch.At("a.proj"), "-p:CompileAhead=true", $"-p:NuGetPackageRoot={_scratch.At("packages")}{slash}"];
        var names = JsonNode.Parse(MSBuild([.. arguments, "-getProperty:AheadPackage", "-getProperty:AheadVersion"]))!["Properties"]!;
        var tool = _scratch.At($"packages/{names["AheadPackage"]}/{names["AheadVersion"]}/tools/crossgen2");
        Directory.CreateDirectory(Path.GetDirectoryName(tool)!);
        File.WriteAllText(tool, "");

        Assert.Equal(tool, MSBuild([.. arguments, "-t:FetchAhead", "-getProperty:AheadTool"]).Trim());
    }

    [Theory]
    [InlineData("", "false")]
    [InlineData("-p:RunAnalyzers=true", "true")]
    public void Analyzers_RunOnlyWhereTheyAreAskedFor(string option, string runs)
    {
        string[] arguments = [Project, .. option.Length > 0 ? [option] : Array.Empty<string>()];

        Assert.Equal(runs, MSBuild([.. arguments, "-getProperty:RunAnalyzers"]).Trim());
        Assert.Contains($"RunAnalyzers={runs}", MSBuild([.. arguments, "-getItem:CoreCompileCache"]), StringComparison.Ordinal); // and what was built otherwise is built again
    }

    [Fact]
    public void Analyzers_AreAskedForByTheTests() => Assert.Contains("-p:RunAnalyzers=true", SetupFile.Text("tests/run.sh"), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Announcement_IsMadeBeforeTheFirstBuildOnly(bool first)
    {
        var output = first ? _scratch.At("nothing-yet") : Path.GetDirectoryName(CourseProgram.Executable)!;

        var said = MSBuild(Project, "-t:Announce", "-v:minimal", "-p:MSBuildIsRestoring=true", $"-p:OutDir={output}/");

        Assert.Equal(first, said.Contains(FirstLine, StringComparison.Ordinal));
    }

    // dotnet run hides what a build says unless it is asked.
    [Fact]
    public void Announcement_IsShownByTheFirstCommandOfTheReadme() =>
        Assert.Contains("dotnet run --project lib/Course.Cli -c Release -v minimal -- run\n", SetupFile.Text("README.md"), StringComparison.Ordinal);

    [Fact]
    public void Packages_OfEveryBuild_AreWithoutMermaid() => Assert.DoesNotContain("mermaid", SetupFile.Text("lib/package-lock.json"), StringComparison.Ordinal);

    private static string Project => Path.Combine(CourseProgram.Root, "lib", "Course.Cli", "Course.Cli.csproj");

    private static string MSBuild(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", "-nologo", "-p:Configuration=Release", .. arguments]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
