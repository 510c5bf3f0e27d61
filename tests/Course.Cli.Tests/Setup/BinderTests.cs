using System.Text.Json.Nodes;

namespace Course.Cli.Tests.Setup;

/// <summary>The image that repo2docker makes of binder/, as far as it can be made without repo2docker.</summary>
public sealed class BinderTests(BinderImage image) : IClassFixture<BinderImage>
{
    [SealedFact]
    public void PostBuild_NothingElseWritable_Succeeds() => Assert.True(image.Built.Code == 0, image.Built.Output);

    [SealedFact]
    public void PostBuild_Home_StaysEmpty() => Assert.Empty(image.HomeAfterBuild);

    [SealedFact]
    public void PostBuild_FirstPage_IsNotebook00()
    {
        var settings = JsonNode.Parse(File.ReadAllText(image.At("conda/etc/jupyter/jupyter_lab_config.json")))!;

        var page = (string)settings["LabApp"]!["default_url"]!;

        Assert.True(File.Exists(image.At("course" + page["/lab/tree".Length..])), page);
    }

    [SealedFact]
    public void Kernel_HomeReadOnly_RunsTheCourse()
    {
        var (code, output) = image.Cells("ro", "1 + 1", "#r \"nuget: Course, 1.0.0\"\nusing Course;\nData.Penguins().Count");

        Assert.True(code == 0, output);
        Assert.Equal(["2", "342"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..2]);
    }

    [SealedFact]
    public void Start_OnAHub_FillsTheHomeAndKeepsWhatIsThere()
    {
        Directory.CreateDirectory(image.At("home/course"));
        File.WriteAllText(image.At("home/course/01-neuron-and-mse.ipynb"), "mine");

        var (code, output) = image.Sealed("rw", "binder/start", "printenv", "COURSE_TIER", "COURSE_DATA");

        Assert.True(code == 0, output);
        Assert.StartsWith("fast\n/srv/course/datasets\n", output, StringComparison.Ordinal);
        Assert.Contains("01-neuron-and-mse.ipynb: the course has a newer one and yours has changes, so yours is kept", output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(image.At("home/course/01-neuron-and-mse.ipynb")));
        Assert.True(File.Exists(image.At("home/course/00-start-here.ipynb")));
    }
}
