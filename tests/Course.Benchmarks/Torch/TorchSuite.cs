using System.Diagnostics;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Benchmarks.Torch;

/// <summary>Course.Torch against Debian's PyTorch (best of one and two threads) on the same machine in the same run.</summary>
internal static class TorchSuite
{
    public static IEnumerable<Row> Run()
    {
        var reference = Reference();
        foreach (var (name, measure, flops) in Workloads())
        {
            var seconds = measure();
            double? other = reference.TryGetValue(name, out var value) ? value : null;
            yield return flops is { } work
                ? new Row(name, work / seconds / 1e9, "GFLOP/s") { Reference = work / other / 1e9, Ratio = other / seconds }
                : new Row(name, seconds * 1e6, "µs") { Reference = other * 1e6, Ratio = other / seconds };
        }
    }

    private static IEnumerable<(string Name, Func<double> Measure, double? Flops)> Workloads()
    {
        yield return ("MLP 784-128-10, batch 64, Adam: step", Mlp, null);
        yield return ("CNN conv32-pool-64-10, batch 32, Adam: step", Cnn, null);
        yield return ("GPT 4 layers, 128 wide, context 64, batch 32, AdamW: step", Gpt, null);
        yield return ("2-4-1 sigmoid, batch 4, SGD: step", Tiny, null);
        foreach (var n in new[] { 64, 128, 256, 512, 1024, 2048 })
        {
            yield return ($"matmul {n}", () => Product(n, n, n), 2.0 * n * n * n);
        }

        yield return ("matmul 64 x 784 x 128", () => Product(64, 784, 128), 2.0 * 64 * 784 * 128);
        yield return ("matmul 2048 x 128 x 512", () => Product(2048, 128, 512), 2.0 * 2048 * 128 * 512);
        var (big, weight, labels) = (randn(4096, 1024), ones(1024), randint(0, 1024, 4096));
        yield return ("ReLU, 16 MB", () => Best(() => big.relu()), null);
        yield return ("GELU, 16 MB", () => Best(() => functional.gelu(big)), null);
        yield return ("softmax, 16 MB", () => Best(() => big.softmax(-1)), null);
        yield return ("layer norm, 16 MB", () => Best(() => functional.layer_norm(big, [1024], weight, weight)), null);
        yield return ("cross-entropy, 16 MB", () => Best(() => functional.cross_entropy(big, labels)), null);
        yield return ("sum, 16 MB", () => Best(() => big.sum()), null);
    }

    private static double Mlp()
    {
        var model = Sequential(Linear(784, 128), ReLU(), Linear(128, 10));
        return Step(model, optim.Adam(model.parameters()), rand(64, 784), randint(0, 10, 64), Classes);
    }

    private static double Cnn()
    {
        var model = Sequential(Conv2d(1, 32, 3), ReLU(), MaxPool2d(2), Flatten(), Linear(32 * 169, 64), ReLU(), Linear(64, 10));
        return Step(model, optim.Adam(model.parameters()), rand(32, 1, 28, 28), randint(0, 10, 32), Classes);
    }

    private static double Gpt()
    {
        var model = new GptModel(64);
        return Step(model, optim.AdamW(model.parameters()), randint(0, 65, (32, 64)), randint(0, 65, 2048), Classes, 4);
    }

    private static double Tiny()
    {
        var model = Sequential(Linear(2, 4), Sigmoid(), Linear(4, 1), Sigmoid());
        return Step(model, optim.SGD(model.parameters(), 0.5), rand(4, 2), rand(4, 1), (p, y) => functional.mse_loss(p, y));
    }

    private static Tensor Classes(Tensor scores, Tensor labels) => functional.cross_entropy(scores, labels);

    // The loop a learner writes: nothing is disposed.
    private static double Step(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> loss, double seconds = 2)
    {
        var times = Times(
            () =>
            {
                var value = loss(model.call(x), y);
                optimizer.zero_grad();
                value.backward();
                optimizer.step();
            },
            seconds,
            9);
        times.Sort();
        return times[times.Count / 2];
    }

    private static double Product(int m, int k, int n)
    {
        var (a, b) = (rand(m, k), rand(k, n));
        return Best(() => a.matmul(b));
    }

    private static double Best(Func<Tensor> action)
    {
        using var quiet = no_grad();
        return Times(() => action().Dispose(), 1, 5).Min();
    }

    private static List<double> Times(Action action, double seconds, int least)
    {
        var warmUp = Stopwatch.StartNew();
        do
        {
            action();
        }
        while (warmUp.Elapsed.TotalSeconds < seconds / 2); // the JIT's tiers take a while

        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        while (times.Count < least || clock.Elapsed.TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return times;
    }

    private static Dictionary<string, double> Reference()
    {
        var script = Path.Combine(Repository.Root, "tests", "Course.Benchmarks", "Torch", "reference.py");
        var best = new Dictionary<string, double>();
        foreach (var threads in File.Exists("/usr/bin/python3") ? new[] { "1", "2" } : [])
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { script, threads }, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            foreach (var (name, seconds) in process.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(output)! : [])
            {
                best[name] = Math.Min(seconds, best.GetValueOrDefault(name, double.PositiveInfinity));
            }
        }

        return best;
    }
}
