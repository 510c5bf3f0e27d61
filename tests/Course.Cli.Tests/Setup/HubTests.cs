using System.Text.Json.Nodes;

namespace Course.Cli.Tests.Setup;

/// <summary>The sizes that a class gets, against what was measured.</summary>
public sealed class HubTests
{
    private readonly JsonNode _measured = SetupFile.Json("binder/memory.json");
    private readonly JsonNode _user = SetupFile.Yaml("binder/jupyterhub-values.yaml")["singleuser"]!;

    // Memory of the largest notebook and Jupyter together.
    private int Largest => (int)_measured["server_mib"]! + _measured["kernels_mib"]!.AsObject().Max(kernel => (int)kernel.Value!);

    [Fact]
    public void Guarantee_HoldsTheLargestNotebook() => Assert.InRange(Largest, 1, Mebibytes("guarantee"));

    [Fact]
    public void Limit_IsThatOfTheMeasurement() => Assert.Equal((int)_measured["limit_mib"]!, Mebibytes("limit"));

    [Fact]
    public void Measurement_NamesNotebooksOfTheCourse() => Assert.All(
        _measured["kernels_mib"]!.AsObject().Select(kernel => kernel.Key),
        name => Assert.True(File.Exists(Path.Combine(CourseProgram.Root, "notebooks", name + ".ipynb")), name));

    [Fact]
    public void Comment_HasTheSumsOfThirty()
    {
        var values = SetupFile.Text("binder/jupyterhub-values.yaml");

        Assert.Contains(FormattableString.Invariant($"30 x {Mebibytes("guarantee")} MiB = {30 * Mebibytes("guarantee") / 1024.0} GiB"), values, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"30 x {(double)_user["cpu"]!["guarantee"]!} = {30 * (double)_user["cpu"]!["guarantee"]!} cores"), values, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstPage_IsOneThatStartPutsIntoTheHome()
    {
        Assert.Equal("/lab/tree/course/00-start-here.ipynb", (string?)_user["defaultUrl"]);
        Assert.Contains("\"$HOME/course\"", SetupFile.Text("binder/start"), StringComparison.Ordinal);
    }

    // JupyterHub's M and G are powers of 1024.
    private int Mebibytes(string key)
    {
        var text = (string)_user["memory"]![key]!;
        return int.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture) * (text[^1] == 'G' ? 1024 : 1);
    }
}
