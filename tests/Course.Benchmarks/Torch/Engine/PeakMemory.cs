using System.Globalization;

namespace Course.Benchmarks.Torch;

/// <summary>Resident memory in bytes: before a workload, and at its peak. Each is measured in a process of its own.</summary>
internal sealed record PeakMemory(double Baseline, double Peak)
{
    public const int Repetitions = 30;

    /// <summary>What the workload itself needs, beyond the runtime.</summary>
    public double Added => Peak - Baseline;

    /// <summary>Of this process, in which nothing was computed so far.</summary>
    /// <param name="first">Any workload: the runtime and the library are loaded before the baseline is taken.</param>
    /// <param name="prepare">The one that is measured.</param>
    /// <param name="repetitions">How often it runs.</param>
    public static PeakMemory Measure(Action first, Func<Action> prepare, int repetitions)
    {
        first();
        File.WriteAllText("/proc/self/clear_refs", "5"); // forget the peak so far
        var baseline = Status("VmRSS");
        var step = prepare();
        for (var i = 0; i < repetitions; i++)
        {
            step();
        }

        return new PeakMemory(baseline, Status("VmHWM"));
    }

    private static double Status(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
