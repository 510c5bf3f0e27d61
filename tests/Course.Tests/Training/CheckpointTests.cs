using Course.Tests.DataSets;
using Course.Tests.Notebook;
using TorchSharp;

namespace Course.Tests.Training;

[Collection(LearnerState.Name)]
public sealed class CheckpointTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.Combine("run.checkpoint");

    private static readonly Lazy<string> Uninterrupted = new(() =>
    {
        using var folder = new TempFolder();
        using var run = new ToyRun(folder.Combine("whole.checkpoint"));
        return run.Go().Outcome;
    });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryResume_NoFile_BeginsAtTheBeginning()
    {
        using var run = new ToyRun(Path);

        Assert.False(run.Checkpoint.TryResume(out var state));
        Assert.Equal(new TrainingState(0, 0).ToString(), state.ToString());
        Assert.Empty(state["loss"]);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(40)]
    public void TryResume_AfterAStop_EndsAsTheUninterruptedRun(int stopAfter)
    {
        using (var first = new ToyRun(Path))
        {
            first.Go(step => step > stopAfter);
        }

        using var second = new ToyRun(Path);

        Assert.Equal(Uninterrupted.Value, second.Go().Outcome);
    }

    [Theory]
    [InlineData("step", 13)]
    [InlineData("saving", 10)]
    public void TryResume_AfterAKill_EndsAsTheUninterruptedRun(string when, long at)
    {
        Assert.NotEqual(1, ToyProcess.Start(Path, when, at));
        using var run = new ToyRun(Path);
        Assert.True(run.Checkpoint.Exists);

        Assert.Equal(Uninterrupted.Value, run.Go().Outcome);
    }

    [Fact]
    public void Save_FiguresAndPlace_ComeBackAsTheyWere()
    {
        using var run = new ToyRun(Path);
        run.Checkpoint.Save(3, 70_000, ("loss", [1, double.NaN, 0.1]), ("best", [97.5]));

        Assert.True(run.Checkpoint.TryResume(out var state));
        Assert.Equal("epoch 3, step 70,000", state.ToString());
        Assert.Equal([1, double.NaN, 0.1], state["loss"]);
        Assert.Equal([97.5], state["best"]);
    }

    [Fact]
    public void Save_LearningRateThatWasChanged_IsRestored()
    {
        using var run = new ToyRun(Path);
        run.Optimizer.ParamGroups.Single().LearningRate = 0.125;
        run.Checkpoint.Save(0, 1);
        run.Optimizer.ParamGroups.Single().LearningRate = 1;
        run.Checkpoint.TryResume(out _);

        Assert.Equal(0.125, run.Optimizer.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void Save_WeightsThatAreNoLongerFinite_KeepsTheLastGoodFile()
    {
        using var run = new ToyRun(Path);
        run.Go(step => step > 10);
        using (torch.no_grad())
        {
            run.Net.parameters().First().fill_(float.NaN);
        }

        var error = Assert.Throws<CheckpointException>(() => run.Checkpoint.Save(0, 15));
        Assert.Contains("After step 15, `0.weight` holds NaN", error.Message, StringComparison.Ordinal);
        Assert.Contains("keeps the last good state", error.Message, StringComparison.Ordinal);
        run.Checkpoint.TryResume(out var state);
        Assert.Equal(10, state.Step);
    }

    [Fact]
    public void TryResume_AnotherArchitecture_NamesTheFirstEntryWithBothShapes()
    {
        Saved();
        using var other = new ToyRun(Path, hidden: 6);

        Refused(other, "of another network: its entry 1 is `0.weight` (8, 4), yours is `0.weight` (6, 4)");
    }

    [Fact]
    public void TryResume_AShorterNetwork_SaysWhatIsTooMuch()
    {
        Saved();
        using var net = torch.nn.Sequential(torch.nn.Linear(4, 8));
        using var optimizer = torch.optim.Adam(net.parameters());

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.At(Path, net, optimizer).TryResume(out _));
        Assert.Contains("it goes on with `3.weight` (3, 8), where yours ends after 2 entries", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryResume_AnotherOptimiser_IsRefused()
    {
        Saved();
        using var run = new ToyRun(_folder.Combine("other.checkpoint"));
        using var optimizer = torch.optim.SGD(run.Net.parameters(), 0.1);

        var error = Assert.Throws<CheckpointException>(() => Checkpoint.At(Path, run.Net, optimizer).TryResume(out _));
        Assert.Contains("of another optimiser: it was Adam, yours is SGD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryResume_CutOffAtAnyPlace_SaysSo()
    {
        Saved();
        var whole = File.ReadAllBytes(Path);
        foreach (var length in (int[])[0, 5, 30, 48, 49, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(Path, whole[..length]);
            using var run = new ToyRun(Path);
            Refused(run, "is cut off: ");
        }
    }

    [Fact]
    public void TryResume_OneByteChanged_SaysDamaged()
    {
        Saved();
        var bytes = File.ReadAllBytes(Path);
        foreach (var place in (int[])[20, 60, bytes.Length / 2, bytes.Length - 1])
        {
            var damaged = bytes.ToArray();
            damaged[place] ^= 1;
            File.WriteAllBytes(Path, damaged);
            using var run = new ToyRun(Path);
            Refused(run, "is damaged: ");
        }
    }

    [Fact]
    public void TryResume_AnyOtherFile_IsNoCheckpoint()
    {
        File.WriteAllText(Path, "Call me Ishmael. Some years ago, never mind how long precisely");
        using var run = new ToyRun(Path);

        Refused(run, "is not a checkpoint");
    }

    [Fact]
    public void Delete_LeftoversOfAKilledProcess_GoToo()
    {
        Saved();
        _folder.Write("run.checkpoint.4711.tmp", [1]);
        using var run = new ToyRun(Path);
        run.Checkpoint.Delete();
        run.Checkpoint.Delete();

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Delete_NoFolderYet_DoesNothing()
    {
        using var run = new ToyRun(_folder.Combine("not/yet/run.checkpoint"));

        Assert.Null(Record.Exception(run.Checkpoint.Delete));
    }

    [Fact]
    public void Of_AName_LiesInTheLearnersFolder()
    {
        using var learner = new LearnerState();
        using var run = new ToyRun(Path);

        Assert.StartsWith(learner.Home, Checkpoint.Of("08 mlp", run.Net, run.Optimizer).Path, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Checkpoint.Of("a/b", run.Net, run.Optimizer));
    }

    private void Saved()
    {
        using var run = new ToyRun(Path);
        run.Go(step => step > 5);
    }

    // Refused, with the sentence, the path and the way out; and weights and random numbers are as before.
    private void Refused(ToyRun run, string sentence)
    {
        var before = (Weights(run), Convert.ToHexString(torch.get_rng_state().bytes));
        var error = Assert.Throws<CheckpointException>(() => run.Checkpoint.TryResume(out _));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(System.IO.Path.GetFileName(Path), error.Message, StringComparison.Ordinal);
        Assert.Contains("`checkpoint.Delete()`", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, (Weights(run), Convert.ToHexString(torch.get_rng_state().bytes)));
    }

    private static string Weights(ToyRun run) =>
        string.Concat(run.Net.state_dict().Values.Select(tensor => Convert.ToHexString(tensor.bytes)));
}
