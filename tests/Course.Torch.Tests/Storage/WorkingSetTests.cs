using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Storage;

/// <summary>Alone in the process while it runs: the working set is everybody's.</summary>
[CollectionDefinition(nameof(WorkingSetTests), DisableParallelization = true)]
[Collection(nameof(WorkingSetTests))]
public class WorkingSetTests
{
    private static readonly int Steps = Instructions.Repetitions(10_000);

    // A learner's loop: no scope, no Dispose. Training frees its own temporaries; what evaluation leaves behind waits for the collector.
    [Fact]
    public void TenThousandSteps_ThatDisposeNothing_HoldTheWorkingSet()
    {
        var model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));
        var optimizer = optim.Adam(model.parameters());
        var (x, y, held) = (rand(8, 784, generator: new Generator(1)), zeros(8, int64), zeros(128, 784));
        FillTheBudget();
        var samples = new List<double>();
        for (var step = 0; step < Steps; step++)
        {
            var loss = nn.functional.cross_entropy(model.call(x), y);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            if (step % 5 == 0)
            {
                _ = model.call(held).argmax(1);
            }

            if (step > Steps / 4 && step % (Steps / 50) == 0)
            {
                samples.Add(Environment.WorkingSet / 1048576.0);
            }
        }

        Assert.True(samples.Count > 30, $"{samples.Count} samples");
        var middle = samples.Order().ElementAt(samples.Count / 2);
        Assert.All(samples, sample => Assert.InRange(sample, 0.95 * middle, 1.05 * middle));
    }

    // The pool grows to its budget before it asks the collector: have that behind us, in the size that evaluation uses.
    private static void FillTheBudget()
    {
        for (var i = 0; i < 500; i++)
        {
            _ = zeros(128, 128);
        }
    }
}
