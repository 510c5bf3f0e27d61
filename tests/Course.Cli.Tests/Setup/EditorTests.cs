namespace Course.Cli.Tests.Setup;

/// <summary>.vscode and .devcontainer.</summary>
public sealed class EditorTests
{
    private static readonly string[] Extensions = ["ms-toolsai.jupyter", "ms-dotnettools.dotnet-interactive-vscode", "ms-dotnettools.csharp"];

    [Fact]
    public void Recommendations_AreJupyterPolyglotAndCSharp() =>
        Assert.Equal(Extensions, SetupFile.Json(".vscode/extensions.json")["recommendations"]!.AsArray().Select(id => (string?)id));

    [Theory]
    [InlineData(".devcontainer", false)]
    [InlineData(".devcontainer/gpu", true)]
    public void DevContainer_WhatItNames_IsThere(string folder, bool gpu)
    {
        var container = SetupFile.Json(folder + "/devcontainer.json");
        string Named(string key) => Path.Combine(CourseProgram.Root, folder, (string)container["build"]![key]!);

        Assert.True(File.Exists(Named("dockerfile")));
        Assert.Equal(CourseProgram.Root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(Named("context"))));
        SetupFile.AssertNamesExist((string)container["postCreateCommand"]!);
        Assert.Equal(Extensions, container["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(gpu, container["runArgs"]?.AsArray().Any(word => (string?)word == "--gpus") ?? false);
    }

    [Fact]
    public void SetUp_RunsStepsOfBinder()
    {
        var steps = SetupFile.Text(".devcontainer/setup.sh").Split("for step in ")[1].Split(';')[0].Split(' ');

        Assert.All(steps, step => Assert.True(File.Exists(Path.Combine(CourseProgram.Root, "binder", step + ".sh")), step));
    }
}
