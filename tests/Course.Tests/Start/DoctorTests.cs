namespace Course.Tests.Notebook;

[Collection(LearnerState.Name)]
public sealed class DoctorTests : IDisposable
{
    private readonly LearnerState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Doctor_ThisCheckout_FindsNoFault()
    {
        var text = Course.Notebook.Doctor().ToString()!;

        Assert.StartsWith("✓ ready", text, StringComparison.Ordinal);
        Assert.Contains("mnist", text, StringComparison.Ordinal);
        Assert.Contains("every SHA-256 is right", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Datasets_Damaged_FailsWithTheCure()
    {
        var finding = Doctor.Datasets(["penguins", "mnist"], name => name == "mnist" ? throw new DatasetException("fetch it again") : name);

        Assert.Equal(Finding.Fail("data", "mnist is missing or damaged", "fetch it again"), finding);
    }

    [Fact]
    public void Sdk_NoFolder_IsANote() => Assert.Equal(FindingState.Note, Doctor.Sdk(Path.Combine(_state.Home, "a", "b", "c")).State);

    [Fact]
    public void Memory_Small_AdvisesTheFastTier() => Assert.Contains("fast", Doctor.Memory(2_000_000_000).Cure, StringComparison.Ordinal);

    [Fact]
    public void Charts_WithoutEmbeddedPlotly_NamesTheCure() => Assert.Contains("Node.js", Doctor.Charts(false, "4.1.2").Cure, StringComparison.Ordinal);

    [Fact]
    public void Home_NotWritable_IsANoteWithTheCure()
    {
        var file = Path.Combine(_state.Home, "file");
        File.WriteAllText(file, "");

        Assert.Contains("COURSE_HOME", Doctor.Home(file, isOwn: true).Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Home_Writable_TellsNoPath(bool isOwn) =>
        Assert.DoesNotContain(_state.Home, Doctor.Home(_state.Home, isOwn).Text, StringComparison.Ordinal);

    [Fact]
    public void Report_OneFailure_SaysSoFirst()
    {
        var text = DoctorReport.Of([Finding.Ok("cores", "2"), Finding.Fail("data", "gone", "fetch it")]).ToString()!;

        Assert.Equal("✗ not ready: One thing is missing\n  [OK] cores   2\n  [FAIL] data  gone\n  data: fetch it", text);
    }
}
