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
        Assert.Equal(["publish"], _workflow["jobs"]!.AsObject().Where(job => job.Value!["permissions"] is not null).Select(job => job.Key));
        Assert.Equal("""{"pages":"write","id-token":"write"}""", _workflow["jobs"]!["publish"]!["permissions"]!.ToJsonString());
    }

    [Fact]
    public void Versions_AreThoseOfTheImage()
    {
        var sdk = Steps.Select(step => (string?)step["with"]?["dotnet-version"]).OfType<string>();
        var node = Steps.Select(step => step["with"]?["node-version"]).OfType<JsonNode>();

        Assert.All(sdk, version => Assert.Contains($"version={version}\n", SetupFile.Text("binder/sdk.sh"), StringComparison.Ordinal));
        Assert.All(node, version => Assert.Contains($"nodejs={version}\n", SetupFile.Text("binder/environment.yml"), StringComparison.Ordinal));
    }

    [GeneratedRegex("^actions/[a-z-]+@[0-9a-f]{40}$")]
    private static partial Regex PinnedAction();
}
