using System.Diagnostics;
using System.Globalization;

namespace Course.Benchmarks.Torch;

/// <summary>Debian's PyTorch in a child process with a fixed number of threads, which measures one workload after another on request.</summary>
internal sealed class ReferenceEngine : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Course.Benchmarks", "Torch", "reference.py");

    private readonly Process _process;

    private ReferenceEngine(Process process) => _process = process;

    /// <summary>Null where PyTorch is not installed.</summary>
    public static ReferenceEngine? Start(int threads)
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        var start = new ProcessStartInfo(Python, [Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE" })
        {
            start.Environment.Remove(name); // the reference chooses for the processor it finds
        }

        foreach (var name in new[] { "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS" })
        {
            start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        }

        var engine = new ReferenceEngine(Process.Start(start)!);
        if (engine._process.StandardOutput.ReadLine() == "ready")
        {
            return engine;
        }

        engine.Dispose();
        return null;
    }

    /// <summary>Seconds per repetition.</summary>
    public double Seconds(Workload workload, double seconds) =>
        Ask(string.Create(CultureInfo.InvariantCulture, $"time {seconds} {workload.Kind} {string.Join(' ', workload.Sizes)}"))[0];

    public PeakMemory Memory(Workload workload) =>
        Ask($"memory {PeakMemory.Repetitions} {workload.Kind} {string.Join(' ', workload.Sizes)}") is [var baseline, var peak]
            ? new PeakMemory(baseline, peak)
            : throw new InvalidOperationException("reference.py: memory answers with two numbers");

    public void Dispose()
    {
        _process.StandardInput.Close(); // the loop ends with its input
        _process.WaitForExit();
        _process.Dispose();
    }

    private double[] Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        var answer = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"reference.py stopped at '{request}': {_process.StandardError.ReadToEnd()}");
        return answer.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
    }
}
