using System.Text.Json.Nodes;
using Course.Cli.Grading;
using Course.Kernel.Running;

namespace Course.Cli.Tests.Grading;

public sealed class TestimonyTests
{
    private const string Right = """{"kind":"exercise","id":"01-2","outcome":"right"}""";
    private const string Wrong = """{"kind":"exercise","id":"01-2","outcome":"wrong"}""";

    [Theory]
    [InlineData("✓ right: Exercise 01-2 · a title", Right, "right")]
    [InlineData("✗ wrong: Exercise 01-2 · a title\n  Case 1", Wrong, "wrong")]
    [InlineData("✗ your code threw: Exercise 01-2 · a title", """{"kind":"exercise","id":"01-2","outcome":"threw"}""", "threw")]
    [InlineData("✓ right: Exercise 01-2 · a title", Wrong, null)]
    [InlineData("✗ wrong: Exercise 01-2 · a title\n  ✓ right: Exercise 01-2 · ", Right, null)]
    [InlineData("✓ right: Exercise 01-1 · a title", Right, null)]
    [InlineData("✓ right: Exercise 01-2 · a title", """{"kind":"exercise","id":"01-1","outcome":"right"}""", null)]
    [InlineData("✓ right: Exercise 01-2 · a title", Right + "|" + Right, null)]
    [InlineData("✓ right: Exercise 01-2 · a title", Right + "|no json", null)]
    [InlineData("✓ right: Exercise 01-2 · a title", "", null)]
    [InlineData("✓ right: Exercise 01-2 · a title", Right + """|{"kind":"close","what":"a","ok":true}""", "right")]
    public void Of_ReportAndCard_HaveToAgree(string card, string reports, string? outcome) => Assert.Equal(outcome, Of(card, reports).Outcome);

    [Fact]
    public void Of_Card_GivesItsSentencesWithoutTheCountOfThisRun() => Assert.Equal(
        "Case 1: a guess\ngot  1",
        Of("✗ wrong: Exercise 01-2 · a title\n  Case 1: a guess\n  got  1\n  0 of 65 checks of the course", Wrong).Why);

    private static Testimony Of(string card, string reports) => Testimony.Of(
        "01-2",
        reports.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(json => new CellReport(3, json)),
        [new JsonObject { ["output_type"] = "execute_result", ["data"] = new JsonObject { ["text/plain"] = card } }]);
}
