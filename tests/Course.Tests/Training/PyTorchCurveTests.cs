using System.Diagnostics;
using Course.Tests.Notebook;
using Course.Tests.Repository;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training;

/// <summary>The starts of notebooks 07, 08, 09, 11 and 12 on our engine, and what PyTorch makes of them.</summary>
[Collection(LearnerState.Name)]
public sealed class PyTorchCurveTests
{
    private const string Python = "/usr/bin/python3";
    private const double Near = 1e-3;

    [Fact]
    public void Losses_OfTwoLayersWithAdam_AreThoseThatPyTorchHad() => AssertNear(Stored("mlp-curve", 100), Ours(6000, 100, () =>
    {
        var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));
        return (net, optim.Adam(net.parameters(), lr: 0.001));
    }));

    [Fact]
    public void Losses_OfTenLayersFromHe_AreThoseThatPyTorchHad() => AssertNear(Stored("ten-layers-curve", 50), Ours(12_800, 50, () =>
    {
        var net = TenLayers();
        return (net, optim.SGD(net.parameters(), 0.02));
    }));

    [Fact]
    public void Losses_OfAConvolutionWithAdam_AreThoseThatPyTorchHad() => AssertNear(Stored("cnn-curve", 50), Ours(5400, 50, batchSize: 32, make: () =>
    {
        var net = nn.Sequential(
            nn.Unflatten(1, [1, 28, 28]), nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(5408, 64), nn.ReLU(), nn.Linear(64, 10));
        return (net, optim.Adam(net.parameters(), lr: 0.001));
    }));

    // In double: in single precision rounding alone grows to half a percent within these steps.
    [Fact]
    public void Losses_OfTwoConvolutionsWithAdam_AreThoseThatPyTorchHad() => AssertNear(Stored("two-convolutions-curve", 50), Ours(6000, 50, () =>
    {
        var net = nn.Sequential(
            nn.Unflatten(1, [1, 28, 28]), nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(512, 10)).to(ScalarType.Float64);
        return (net, optim.Adam(net.parameters(), lr: 0.002));
    }));

    [Fact]
    public void Losses_WithDropoutAndWeightDecay_AreThoseThatPyTorchHad() => AssertNear(Stored("dropout-curve", 50), Ours(1000, 50, () =>
    {
        var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10));
        return (net, optim.Adam(net.parameters(), lr: 0.001, weight_decay: 0.001));
    }));

    [Fact]
    public void Losses_OfOneCycleWithMomentum_AreThoseThatPyTorchHad() => AssertNear(Stored("one-cycle-curve", 50), Ours(12_000, 50, () =>
    {
        var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));
        return (net, optim.SGD(net.parameters(), 0.05, momentum: 0.9));
    }, optimizer => optim.lr_scheduler.OneCycleLR(optimizer, max_lr: 0.05, total_steps: 564, cycle_momentum: false)));

    // Slow to import, so once each: the stored curve is what the script beside it gives on the PyTorch of this machine.
    [TorchTheory]
    [InlineData("mlp-curve")]
    [InlineData("ten-layers-curve")]
    [InlineData("cnn-curve")]
    [InlineData("dropout-curve")]
    [InlineData("one-cycle-curve")]
    [InlineData("five-curve")]
    [InlineData("stress-curve")]
    [InlineData("distil-curve")]
    [InlineData("two-convolutions-curve")]
    [InlineData("shipped-curve")]
    public void Losses_Stored_AreThoseOfPyTorchHere(string name)
    {
        var script = Path.Combine(Checkout.Root, "lib", "Course", "Data", "Reference", name + ".py");
        var rows = Parse(Ask(script, "-").Output);

        AssertNear([.. ReferenceRows.Load(name).Select(row => row[0])], [.. rows.Select(row => row[0])]);
    }

    private static double[] Stored(string name, int count)
    {
        var losses = ReferenceRows.Load(name).Select(row => row[0]).ToArray();
        Assert.Equal(count, losses.Length);
        return losses;
    }

    private static void AssertNear(double[] stored, double[] losses)
    {
        Assert.Equal(stored.Length, losses.Length);
        Assert.All(losses.Zip(stored), pair => Assert.InRange(pair.First / pair.Second, 1 - Near, 1 + Near));
    }

    // Linear's own draws come first, as in the notebook: they move the generator on.
    private static TorchSharp.Modules.Sequential TenLayers()
    {
        int[] sizes = [784, .. Enumerable.Repeat(100, 9), 10];
        var parts = sizes.Zip(sizes[1..], (n, m) => new nn.Module<Tensor, Tensor>[] { nn.Linear(n, m), nn.ReLU() }).SelectMany(pair => pair);
        var net = nn.Sequential(parts.SkipLast(1).ToArray());
        foreach (var p in net.parameters())
        {
            _ = p.dim() == 2 ? nn.init.kaiming_normal_(p) : nn.init.zeros_(p);
        }

        return net;
    }

    private static double[] Ours(
        int count,
        int steps,
        Func<(TorchSharp.Modules.Sequential Net, optim.Optimizer Optimizer)> make,
        Func<optim.Optimizer, optim.lr_scheduler.LRScheduler>? schedule = null,
        int batchSize = 64)
    {
        using var scope = NewDisposeScope();
        var digits = Data.Mnist().Train.Take(count);
        var (x, y) = (tensor(digits.ToFloats(), [count, 784]).sub_(0.1307).div_(0.3081), tensor(digits.Labels.Select(label => (long)label).ToArray()));
        manual_seed(1);
        var (net, optimizer) = make();
        x = x.to(net.parameters().First().dtype);
        var plan = schedule?.Invoke(optimizer);
        using (net)
        using (optimizer)
        {
            return [.. Enumerable.Range(0, 4).SelectMany(epoch => Batches.Of(count, batchSize, seed: 1, epoch)).Take(steps).Select(batch =>
            {
                var rows = tensor(batch.Select(i => (long)i).ToArray());
                var loss = nn.functional.cross_entropy(net.call(x[rows]), y[rows]);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
                plan?.step();
                return loss.to(ScalarType.Float64).item<double>();
            })];
        }
    }

    private static (int Code, string Output) Ask(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static double[][] Parse(string json) =>
        [.. System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class TorchTheoryAttribute : TheoryAttribute
    {
        public TorchTheoryAttribute() => Skip = File.Exists(Python) && Ask("-c", "import torch").Code == 0
            ? null
            : "/usr/bin/python3 has no torch: apt-get install python3-torch. The stored curves are compared all the same.";
    }
}
