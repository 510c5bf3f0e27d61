using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

public sealed class RestoreErrorsTests
{
    [Theory]
    [InlineData("NU1101: Unable to find package Torch. No packages exist with this id.", "none of this machine's package sources", "--source")]
    [InlineData("NU1102: Unable to find package Torch with version (>= 9)", "there is no such version", "--version")]
    [InlineData("NU1301: Unable to load the service index", "does not answer", "with a network")]
    public void Explain_KnownTrouble_IsOneSentenceWithItsCure(string error, string cause, string cure)
    {
        var text = RestoreErrors.Explain("Torch 9", $"  /here/Course.csproj : error {error} [/here/Course.csproj]\n  Failed to restore\n");

        Assert.StartsWith("Torch 9 cannot be had: ", text, StringComparison.Ordinal);
        Assert.Contains(cause, text, StringComparison.Ordinal);
        Assert.Contains(cure, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public void Explain_UnknownTrouble_RepeatsWhatWasSaid() =>
        Assert.Contains("disk full", RestoreErrors.Explain("Torch 9", "disk full"), StringComparison.Ordinal);
}
