using System.Diagnostics;
using System.Globalization;

namespace Course.Benchmarks.Torch;

/// <summary>Resident memory in bytes: before a workload, and at its peak. Each is measured in a process of its own.</summary>
internal sealed record PeakMemory(double Baseline, double Peak)
{
    public const string Verb = "torch-memory";

    public const int Repetitions = 30;

    /// <summary>What the workload itself needs, beyond the runtime.</summary>
    public double Added => Peak - Baseline;

    /// <summary>Runs a workload in a child.</summary>
    public static PeakMemory Measure(Workload workload)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PeakMemory).Assembly.Location]) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Verb, workload.Kind, .. workload.Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var numbers = process.StandardOutput.ReadToEnd().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        return new PeakMemory(numbers[0], numbers[1]);
    }

    /// <summary>The child's part: both figures on standard output.</summary>
    public static int Report(string[] request)
    {
        Workloads.Prepare("tiny", [])(); // the runtime and the library are loaded, as in PyTorch after its import
        var sizes = request[1..].Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        File.WriteAllText("/proc/self/clear_refs", "5"); // forget the peak so far
        var baseline = Status("VmRSS");
        var step = Workloads.Prepare(request[0], sizes);
        for (var i = 0; i < Repetitions; i++)
        {
            step();
        }

        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{baseline} {Status("VmHWM")}"));
        return 0;
    }

    private static double Status(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
