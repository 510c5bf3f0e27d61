using System.Globalization;
using static TorchSharp.torch;

namespace Course.Benchmarks.Torch;

/// <summary>An engine's process: reads requests, answers each with one line of numbers, as reference.py does for PyTorch.</summary>
internal static class EngineLoop
{
    public const string Verb = "torch-engine";

    /// <summary>The answer where an engine does not have a workload.</summary>
    public const string None = "none";

    /// <param name="threads">That this engine computes with.</param>
    /// <param name="version">Of the library.</param>
    /// <param name="around">How a user of this library writes a repetition.</param>
    public static int Serve(int threads, string version, Func<Action, Action> around)
    {
        set_num_threads(threads);
        Say($"ready {version}");
        while (Console.In.ReadLine() is { } request)
        {
            Say(Answer(request.Split(' ', StringSplitOptions.RemoveEmptyEntries), around));
        }

        return 0;
    }

    private static string Answer(string[] request, Func<Action, Action> around) => request switch
    {
        ["time", var seconds, var warmUp, var kind, .. var sizes] =>
            Workloads.Prepare(kind, Integers(sizes)) is { } step ? Text(Clock.Best(around(step), Number(seconds), Number(warmUp))) : None,
        ["memory", var repetitions, var kind, .. var sizes] =>
            Text(PeakMemory.Measure(around(Workloads.Prepare("tiny", [])!), () => around(Workloads.Prepare(kind, Integers(sizes))!), int.Parse(repetitions, CultureInfo.InvariantCulture))),
        _ => throw new ArgumentException($"{string.Join(' ', request)}: neither time SECONDS WARM-UP KIND SIZES… nor memory REPETITIONS KIND SIZES…"),
    };

    private static int[] Integers(string[] words) => Array.ConvertAll(words, word => int.Parse(word, CultureInfo.InvariantCulture));

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private static string Text(double seconds) => seconds.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(PeakMemory memory) => $"{Text(memory.Baseline)} {Text(memory.Peak)}";

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
