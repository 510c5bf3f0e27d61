using System.Diagnostics;
using System.Globalization;
using TorchSharp;

namespace Course.Gpu;

/// <summary>Trains the course's networks on the fastest device of this machine, and on its processor from the same seed.</summary>
internal static class Program
{
    private const int Compared = 20;
    private const int DefaultTimed = 200;

    private static int Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments.Length > 1 || (arguments.Length == 1 && !(int.TryParse(arguments[0], out var given) && given > 0)))
        {
            Console.Error.WriteLine("usage: Course.Gpu [STEPS]: how many steps to time, a number above 0");
            return 2;
        }

        if (NativeTorch.Trouble is { } trouble)
        {
            Console.Error.WriteLine(trouble);
            return 8;
        }

        var timed = arguments.Length == 1 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : DefaultTimed;
        Console.WriteLine($"device   {Device.Best}: {DeviceName.Of(Device.Best)}");
        Console.WriteLine($"backend  {typeof(torch).Assembly.GetName().Name} {typeof(torch).Assembly.GetName().Version}, {torch.get_num_threads()} threads");
        foreach (var workload in Workloads.All)
        {
            Report(workload, timed);
        }

        return 0;
    }

    private static void Report(Workload workload, int timed)
    {
        Console.WriteLine($"\n{workload.Name}, batch {workload.BatchSize}");
        var there = workload.Make(Device.Best);
        var losses = First(there);
        var expected = First(workload.Make(torch.CPU));
        Console.WriteLine($"  losses on {Device.Best,-8} {Row(losses)}");
        Console.WriteLine($"  losses on {torch.CPU,-8} {Row(expected)}");
        Console.WriteLine($"  largest relative difference {losses.Zip(expected, (a, b) => Math.Abs((a / b) - 1)).Max():0.0e+0}");
        var watch = Stopwatch.StartNew();
        for (var step = 0; step < timed; step++)
        {
            there.Step(Compared + step);
        }

        var seconds = watch.Elapsed.TotalSeconds / timed;
        Console.WriteLine($"  {seconds * 1e3:0.000} ms a step, {workload.BatchSize / seconds:0} samples a second ({timed} steps)");
    }

    private static double[] First(Training training) => [.. Enumerable.Range(0, Compared).Select(training.Step)];

    private static string Row(double[] losses) => string.Join(' ', losses.Select(loss => loss.ToString("0.0000", CultureInfo.InvariantCulture)));
}
