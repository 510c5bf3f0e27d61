using System.Diagnostics;
using System.Text.Json;
using StbImageWriteSharp;
using TorchSharp.Modules;
using static System.FormattableString;
using static TorchSharp.torch;

namespace Course.Benchmarks.Serve;

/// <summary>How long one waits for an answer of <c>course serve</c>, when few ask and when many do; and why waiting inputs are computed together.</summary>
internal static class ServeSuite
{
    private const double Target = 10; // ms, for the 95th of 100 requests at 50 a second
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    internal static IEnumerable<IRow> Run()
    {
        var digit = Data.Mnist().Test.Pixels(0).ToArray();
        (string Name, byte[] Body, string Type)[] forms =
        [
            ("JSON", JsonSerializer.SerializeToUtf8Bytes(new { inputs = new[] { digit.Select(pixel => pixel / 255f) } }), "application/json"),
            ("PNG 140 × 140", Drawing(digit), "image/png"),
        ];
        foreach (var (name, net) in Networks())
        {
            using (net)
            {
                using var model = new ServedModel(net);
                foreach (var row in forms.SelectMany(form => Measure(model.Address, name, form)))
                {
                    yield return row;
                }

                foreach (var count in (int[])[1, 16])
                {
                    yield return new Row($"{name}: an input among {count} computed together", MillisecondsPerInput(net, count), "ms");
                }
            }
        }
    }

    private static IEnumerable<(string Name, Sequential Net)> Networks()
    {
        yield return ("MLP 784-128-10", nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)));
        yield return ("CNN of notebook 09's size", nn.Sequential(
            nn.Conv2d(1, 16, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 128), nn.ReLU(), nn.Linear(128, 10)));
    }

    private static IEnumerable<Row> Measure(Uri address, string model, (string Name, byte[] Body, string Type) form)
    {
        Load.RunAsync(address, form.Body, form.Type, 50, WarmUp).GetAwaiter().GetResult();
        foreach (var rate in (int[])[50, 500])
        {
            var load = Load.RunAsync(address, form.Body, form.Type, rate, Length).GetAwaiter().GetResult();
            var name = Invariant($"{model}, {form.Name}, {rate}/s");
            yield return new Row($"{name}: median", load.Quantile(0.5), "ms");
            yield return new Row($"{name}: p95", load.Quantile(0.95), "ms", rate == 50 ? Target : null);
            yield return new Row($"{name}: p99", load.Quantile(0.99), "ms");
            yield return new Row($"{name}: not answered", load.Failed, "requests");
        }
    }

    // As the page sends it.
    private static byte[] Drawing(byte[] digit)
    {
        const int side = 140;
        byte[] pixels = [.. Enumerable.Range(0, side * side).Select(place => digit[(place / side / 5 * 28) + (place % side / 5)])];
        using var stream = new MemoryStream();
        new ImageWriter().WritePng(pixels, side, side, ColorComponents.Grey, stream);
        return stream.ToArray();
    }

    private static double MillisecondsPerInput(Sequential net, int count)
    {
        using var quiet = no_grad();
        using var inputs = zeros(count, 1, 28, 28);
        var times = Enumerable.Range(0, 300).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            net.call(inputs).Dispose();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToArray();
        return times[times.Length / 2] / count;
    }
}
