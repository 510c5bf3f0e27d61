namespace Course.Cli.Tests.Commands;

public sealed class DiagramScriptTests
{
    [Fact]
    public void Ensure_NotThereYet_BringsScriptAndLicenceOnce()
    {
        using var scratch = new Scratch();
        var script = scratch.At("web/mermaid.min.js");

        Assert.Null(DiagramScript.Ensure(scratch.At("web")));
        Assert.InRange(new FileInfo(script).Length, 1_000_000, 10_000_000);
        Assert.Contains("MIT", File.ReadAllText(scratch.At("web/licenses/mermaid.txt")), StringComparison.Ordinal);

        File.WriteAllText(script, "kept");
        Assert.Null(DiagramScript.Ensure(scratch.At("web")));
        Assert.Equal("kept", File.ReadAllText(script));
    }
}
