using System.Collections.Concurrent;
using System.Text.Json;
using Course.Tests.Notebook;

namespace Course.Tests.Training.Parallel;

/// <summary>The loop of <c>course train 12</c> over a ring of threads; over Open MPI see Course.Cli.Tests.</summary>
[Collection(LearnerState.Name)]
public sealed class TrainingRankTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-rank-").FullName;

    public TrainingRankTests() => Tier.Use("fast");

    public void Dispose()
    {
        Tier.Reset();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Train_StoppedAndStartedAgain_HasTheCurveOfOneRun()
    {
        var whole = Losses(Say(new DigitsPlan(12, 5, At("whole"))));
        Say(new DigitsPlan(7, 5, At("parts")));
        var second = Say(new DigitsPlan(12, 5, At("parts")));

        Assert.Equal(7, second[0].GetProperty("from").GetInt32());
        Assert.Equal(whole, Losses(second));
    }

    [Fact]
    public void Train_WithRestart_BeginsAnew()
    {
        Say(new DigitsPlan(3, 5, At("run")));

        Assert.Equal(0, Say(new DigitsPlan(3, 5, At("run"), Restart: true))[0].GetProperty("from").GetInt32());
    }

    [Fact]
    public void Train_CheckpointOfAnotherTier_IsRefused()
    {
        Say(new DigitsPlan(2, 5, At("run")));
        Tier.Use("laptop");

        var trouble = Assert.Throws<CheckpointException>(() => Say(new DigitsPlan(2, 5, At("run"))));

        Assert.Contains("another number of digits", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_MoreRanksThanTheSmallestBatch_IsRefused()
    {
        var trouble = Assert.Throws<ArgumentException>(() => new DigitsRun(new Crowd(), new DigitsPlan(), Course.Data.Mnist()));

        Assert.Contains("33 ranks: at most 32", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_OfThePlan_IsTheLibrarysOneCycle()
    {
        using var weight = new TorchSharp.Modules.Parameter(TorchSharp.torch.zeros(1));
        using var sgd = TorchSharp.torch.optim.SGD([weight], 0.1);
        var cycle = TorchSharp.torch.optim.lr_scheduler.OneCycleLR(sgd, max_lr: 0.05, total_steps: DigitsPlan.All, cycle_momentum: false);
        for (var step = 0; step < DigitsPlan.All; step++)
        {
            Assert.Equal(sgd.ParamGroups.First().LearningRate, DigitsPlan.Rate(step), 12);
            if (step < DigitsPlan.All - 1)
            {
                cycle.step();
            }
        }
    }

    private string At(string name) => Path.Combine(_folder, name + ".checkpoint");

    private static JsonElement[] Say(DigitsPlan plan)
    {
        var said = new ConcurrentQueue<string>();
        TrainingRank.Train(new Ring(1)[0], plan, said.Enqueue);
        return [.. said.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static double[] Losses(JsonElement[] said) => [.. said[^1].GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())];

    private sealed class Crowd : IAllReduce
    {
        public int Rank => 0;

        public int Size => 33;

        public void Sum(float[] values)
        {
        }
    }
}
