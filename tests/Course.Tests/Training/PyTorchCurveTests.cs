using System.Diagnostics;
using Course.Tests.Notebook;
using Course.Tests.Repository;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Training;

/// <summary>The start of notebook 08 on our engine, and what PyTorch makes of it.</summary>
[Collection(LearnerState.Name)]
public sealed class PyTorchCurveTests
{
    private const string Name = "mlp-curve";
    private const string Python = "/usr/bin/python3";
    private const int Count = 6000;

    [Fact]
    public void Losses_FromTheSameSeed_AreThoseThatPyTorchHad()
    {
        var stored = ReferenceRows.Load(Name).Select(row => row[0]).ToArray();

        Assert.Equal(100, stored.Length);
        Assert.All(Ours(stored.Length).Zip(stored), pair => Assert.InRange(pair.First / pair.Second, 1 - 1e-3, 1 + 1e-3));
    }

    // Slow to import, so once: the stored curve is what the script beside it gives on the PyTorch of this machine.
    [TorchFact]
    public void Losses_Stored_AreThoseOfPyTorchHere()
    {
        var script = Path.Combine(Checkout.Root, "lib", "Course", "Data", "Reference", Name + ".py");
        var rows = Parse(Ask(script, "-").Output);

        Assert.All(rows.Zip(ReferenceRows.Load(Name)), pair => Assert.InRange(pair.First[0] / pair.Second[0], 1 - 1e-3, 1 + 1e-3));
    }

    private static double[] Ours(int steps)
    {
        using var scope = NewDisposeScope();
        var digits = Data.Mnist().Train.Take(Count);
        var (x, y) = (tensor(digits.ToFloats(), [Count, 784]).sub_(0.1307).div_(0.3081), tensor(digits.Labels.Select(label => (long)label).ToArray()));
        manual_seed(1);
        using var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));
        using var adam = optim.Adam(net.parameters(), lr: 0.001);
        return [.. Enumerable.Range(0, 2).SelectMany(epoch => Batches.Of(Count, 64, seed: 1, epoch)).Take(steps).Select(batch =>
        {
            var rows = tensor(batch.Select(i => (long)i).ToArray());
            var loss = nn.functional.cross_entropy(net.call(x[rows]), y[rows]);
            adam.zero_grad();
            loss.backward();
            adam.step();
            return (double)loss.item<float>();
        })];
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
    private sealed class TorchFactAttribute : FactAttribute
    {
        public TorchFactAttribute() => Skip = File.Exists(Python) && Ask("-c", "import torch").Code == 0
            ? null
            : "/usr/bin/python3 has no torch: apt-get install python3-torch. The stored curve is compared all the same.";
    }
}
