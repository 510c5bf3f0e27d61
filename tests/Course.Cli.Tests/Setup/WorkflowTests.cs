using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Cli.Tests.Setup;

/// <summary>The GitHub workflow, as far as it can be judged here.</summary>
public sealed partial class WorkflowTests
{
    private readonly JsonNode _workflow = SetupFile.Yaml(".github/workflows/course.yml");

    private IEnumerable<JsonNode> Jobs => _workflow["jobs"]!.AsObject().Select(job => job.Value!);

    private IEnumerable<JsonNode> Steps => Jobs.SelectMany(job => job["steps"]!.AsArray())!;

    [Fact]
    public void Actions_ArePinnedToCommits() =>
        Assert.All(Steps.Select(step => (string?)step["uses"]).OfType<string>(), action => Assert.Matches(PinnedAction(), action));

    [Fact]
    public void Commands_NameWhatIsThere() =>
        Assert.All(Steps.Select(step => (string?)step["run"]).OfType<string>().Where(command => !command.StartsWith("apt-get", StringComparison.Ordinal)), SetupFile.AssertNamesExist);

    [Fact]
    public void Jobs_HaveTimeoutsAndOnlyPublishMayWrite()
    {
        Assert.Equal("""{"contents":"read"}""", _workflow["permissions"]!.ToJsonString());
        Assert.All(Jobs, job => Assert.InRange((int)job["timeout-minutes"]!, 1, 60));
        Assert.Equal(["publish", "release"], _workflow["jobs"]!.AsObject().Where(job => job.Value!["permissions"] is not null).Select(job => job.Key));
        Assert.Equal("""{"pages":"write","id-token":"write"}""", _workflow["jobs"]!["publish"]!["permissions"]!.ToJsonString());
        Assert.Equal("""{"contents":"write"}""", _workflow["jobs"]!["release"]!["permissions"]!.ToJsonString());
    }

    [Fact]
    public void Release_OnATagOnly_WaitsForTheTestsAndHasThePackages()
    {
        var release = _workflow["jobs"]!["release"]!;

        Assert.Equal("github.ref_type == 'tag'", (string?)release["if"]);
        Assert.Equal("""["test","packages"]""", release["needs"]!.ToJsonString());
        Assert.Equal("""["v*"]""", _workflow["true"]!["push"]!["tags"]!.ToJsonString());
        Assert.Equal("github.ref == 'refs/heads/main' && github.event_name != 'pull_request'", (string?)_workflow["jobs"]!["publish"]!["if"]);
    }

    [Theory]
    [InlineData(0, "release view v1.0.0|release upload v1.0.0 a.nupkg b.nupkg --clobber")]
    [InlineData(1, "release view v1.0.0|release create v1.0.0 --verify-tag --generate-notes|release upload v1.0.0 a.nupkg b.nupkg --clobber")]
    public void ReleaseScript_WithOrWithoutARelease_AttachesEachPackage(int viewEnds, string expected)
    {
        using var scratch = new Scratch();
        var gh = scratch.At("gh");
        File.WriteAllText(gh, $"#!/bin/sh\necho \"$*\" >> {scratch.At("asked")}\n[ \"$2\" != view ] || exit {viewEnds}\n");
        Tool.Run("chmod", ["+x", gh]);
        Directory.CreateDirectory(scratch.At("packages"));
        Array.ForEach(["a.nupkg", "b.nupkg", "log.txt"], name => File.WriteAllText(scratch.At("packages/" + name), ""));

        var (code, said) = Script(".ci/release", scratch.At("packages"), ("PATH", $"{scratch.Folder}:/usr/bin:/bin"), ("GITHUB_REF_NAME", "v1.0.0"));

        Assert.True(code == 0, said);
        Assert.Equal(expected, string.Join('|', File.ReadAllLines(scratch.At("asked"))).Replace(scratch.At("packages/"), "", StringComparison.Ordinal));
    }

    [Fact]
    public void PackScript_OfATagThatIsAnotherVersion_RefusesInASentence()
    {
        using var scratch = new Scratch();

        var (code, said) = Script(".ci/pack", scratch.At("packages"), ("GITHUB_REF_TYPE", "tag"), ("GITHUB_REF_NAME", "v9.9.9"));

        Assert.Equal(1, code);
        Assert.Contains("the tag is v9.9.9 and the packages are 1.0.0; tag v1.0.0", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.At("packages")));
    }

    [Fact]
    public void Versions_AreThoseOfTheImage()
    {
        var sdk = Steps.Select(step => (string?)step["with"]?["dotnet-version"]).OfType<string>();
        var node = Steps.Select(step => step["with"]?["node-version"]).OfType<JsonNode>();

        Assert.All(sdk, version => Assert.Contains($"version={version}\n", SetupFile.Text("binder/sdk.sh"), StringComparison.Ordinal));
        Assert.All(node, version => Assert.Contains($"nodejs={version}\n", SetupFile.Text("binder/environment.yml"), StringComparison.Ordinal));
    }

    private static (int Code, string Said) Script(string name, string folder, params (string Name, string Value)[] environment) =>
        Tool.Run("bash", [Path.Combine(CourseProgram.Root, name), folder], environment: environment.ToDictionary(variable => variable.Name, variable => variable.Value));

    [GeneratedRegex("^actions/[a-z-]+@[0-9a-f]{40}$")]
    private static partial Regex PinnedAction();
}
