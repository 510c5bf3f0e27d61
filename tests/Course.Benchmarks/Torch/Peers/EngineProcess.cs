using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Course.Benchmarks.Torch;

/// <summary>One engine with a fixed number of threads in a process of its own, which sleeps until it is asked.</summary>
internal sealed class EngineProcess : IDisposable
{
    private static readonly string[] Settings = ["OMP_", "GOMP_", "KMP_", "MKL_", "OPENBLAS_"];
    private static readonly string[] ThreadCounts = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();

    private EngineProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data); // a pipe that nobody empties would stop the child
        process.BeginErrorReadLine();
    }

    /// <summary>Of the library, as it names itself.</summary>
    public string Version { get; private set; } = "";

    // Of a runtime's dump: what begins with a space is its stack.
    private string LastWord => _complaints.ToString().Split('\n').LastOrDefault(line => line.Trim().Length > 0 && !char.IsWhiteSpace(line[0]))?.Trim() ?? "it ended without a word";

    /// <exception cref="EngineException">It does not start here; the message is its last word.</exception>
    public static EngineProcess Start(string program, IEnumerable<string> arguments, int threads)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Limit(start, threads);
        var engine = new EngineProcess(Process.Start(start)!);
        if (engine._process.StandardOutput.ReadLine()?.Split(' ', 2) is ["ready", var version])
        {
            engine.Version = version;
            return engine;
        }

        engine.Dispose();
        throw new EngineException(engine.LastWord);
    }

    /// <summary>Seconds per repetition; null: this engine does not have it.</summary>
    public double? Seconds(Workload workload, double seconds, double warmUp) =>
        Ask(string.Create(CultureInfo.InvariantCulture, $"time {seconds} {warmUp} {workload.Key}")) is var answer && answer == EngineLoop.None
            ? null
            : Number(answer);

    public PeakMemory Memory(Workload workload) => Ask($"memory {PeakMemory.Repetitions} {workload.Key}").Split(' ') is [var baseline, var peak]
        ? new PeakMemory(Number(baseline), Number(peak))
        : throw new InvalidOperationException("memory is answered with two numbers");

    public void Dispose()
    {
        _process.StandardInput.Close(); // the loop ends with its input
        _process.WaitForExit();
        _process.Dispose();
    }

    // As many threads as the others have; all else as the libraries choose it for the processor they find, whatever this shell is set to.
    private static void Limit(ProcessStartInfo start, int threads)
    {
        foreach (var name in start.Environment.Keys.Where(name => Settings.Any(name.StartsWith)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var name in ThreadCounts)
        {
            start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private string Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        if (_process.StandardOutput.ReadLine() is { } answer)
        {
            return answer;
        }

        _process.WaitForExit(); // and for what it has to say
        throw new InvalidOperationException($"the engine stopped at '{request}': {_complaints}");
    }
}
