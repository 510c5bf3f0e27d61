using System.Text.Json.Nodes;
using Course.Tests.Notebook;

namespace Course.Tests.Exercises;

[Collection(LearnerState.Name)]
public sealed class CheckTests : IDisposable
{
    private readonly LearnerState _state = new();

    private static string Total => $"{ExerciseCatalog.All.Count()} checks of the course";

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Exercise_Right_IsShownReportedAndRemembered()
    {
        var text = Check.Exercise("00-1", (double grams) => grams / 1000).ToString();

        Assert.Equal($"✓ right: Exercise 00-1 · make the check green\n  All 3 cases pass.\n  1 of {Total}", text);
        Assert.Equal(("exercise", "00-1", "right"), Reported());
        Assert.Equal("1 of 2", LearnerProgress.Load().CountText("00"));
    }

    [Fact]
    public void Exercise_Wrong_ShowsGotWantedAndCause()
    {
        var text = Check.Exercise("00-1", (double grams) => grams * 1000).ToString();

        Assert.Equal(
            $"""
            ✗ wrong: Exercise 00-1 · make the check green
              Case 1: 3750 g in kilograms
              got     3,750,000
              wanted  3.75
              Likely cause: You multiplied by 1,000; a kilogram is more than a gram, so divide.
              0 of {Total}
            """.ReplaceLineEndings("\n"), text);
        Assert.Equal(("exercise", "00-1", "wrong"), Reported());
    }

    [Fact]
    public void Exercise_Throws_ShowsKindMessageAndCase()
    {
        Func<double, double> answer = _ => throw new InvalidOperationException("no scales");

        var text = Check.Exercise("00-1", answer).ToString()!;

        Assert.Contains("✗ your code threw", text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException  no scales", text, StringComparison.Ordinal);
        Assert.Equal(("exercise", "00-1", "threw"), Reported());
    }

    [Fact]
    public void Exercise_Todo_WritesNoProgressFile()
    {
        Check.Exercise("00-1", (double _) => Todo.Double);

        Assert.Equal(("exercise", "00-1", "not attempted"), Reported());
        Assert.Empty(Directory.GetFiles(_state.Home));
    }

    [Fact]
    public void Exercise_UnknownId_Suggests()
    {
        var e = Assert.Throws<ArgumentException>(() => Check.Exercise("00-l", (double x) => x));

        Assert.StartsWith("There is no exercise \"00-l\"; did you mean \"00-1\"?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exercise_HomeNotWritable_StillPassesAndSaysSo()
    {
        var blocked = Path.Combine(_state.Home, "file");
        File.WriteAllText(blocked, "");
        Environment.SetEnvironmentVariable(UserFolder.Variable, blocked);

        var text = Check.Exercise("00-1", (double grams) => grams / 1000).ToString()!;

        Assert.Contains("✓ right", text, StringComparison.Ordinal);
        Assert.Contains("not saved:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tier_AfterExercise00_2_IsUnchanged()
    {
        Tier.Use(TierLevel.Full);

        Check.Exercise("00-2", () => Tier.Pick(2, 5, 30));

        Assert.Equal(("exercise", "00-2", "right"), Reported());
        Assert.Equal(TierLevel.Full, Tier.Current);
    }

    [Fact]
    public void Close_Equal_SaysHowClosely()
    {
        var text = Check.Close([1, 2], [1, 2 + 1e-13], what: "softmax").ToString();

        Assert.Equal("✓ equal: softmax\n  They agree to a relative 1e-9 or ± 1e-12.", text);
    }

    [Fact]
    public void Close_Different_IsReported()
    {
        Check.Close(1.0, 2.0);

        Assert.False(JsonNode.Parse(_state.Reports.Single())!["ok"]!.GetValue<bool>());
    }

    [Fact]
    public void Hint_PastTheLast_ShowsTheLast()
    {
        var text = Help.Hint("00-1", 9).ToString()!;

        Assert.StartsWith("› hint 2 of 2: Exercise 00-1", text, StringComparison.Ordinal);
        Assert.Contains("Solution(\"00-1\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Solution_Known_ShowsTheStoredText() =>
        Assert.Contains("return grams / 1000;", Help.Solution("00-1").ToString(), StringComparison.Ordinal);

    private (string? Kind, string? Id, string? Outcome) Reported()
    {
        var report = JsonNode.Parse(_state.Reports.Single())!;
        return ((string?)report["kind"], (string?)report["id"], (string?)report["outcome"]);
    }
}
