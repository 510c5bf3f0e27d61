using static TorchSharp.torch;

namespace Course.Benchmarks.Torch;

/// <summary>Course.Torch against Debian's PyTorch, workload by workload, on the same machine in the same run.</summary>
internal static class TorchSuite
{
    private const double Seconds = 0.4;
    private const double Micro = 1e6;
    private const double Mega = 1e6;
    private const double Giga = 1e9;

    private static readonly int[] Threads = [1, 2];

    public static IEnumerable<IRow> Run()
    {
        var engines = Threads.Select(ReferenceEngine.Start).OfType<ReferenceEngine>().ToArray();
        try
        {
            var floors = new BandwidthFloor();
            foreach (var workload in Workloads.All())
            {
                var (ours, reference) = Measure(workload, engines);
                yield return Row(workload, ours, reference);
                if (workload.Floor is { } kind)
                {
                    var floor = Array.ConvertAll(Threads, threads => floors.Measure(kind, threads));
                    yield return new Comparison(
                        $"  as a multiple of its floor, {floor.Min() * Micro:0} µs", "x floor", Over(ours, floor), reference is null ? null : Over(reference, floor));
                }
            }
        }
        finally
        {
            Array.ForEach(engines, engine => engine.Dispose());
        }

        foreach (var row in Workloads.Training().SelectMany(Memory))
        {
            yield return row;
        }
    }

    private static (double[] Ours, double[]? Reference) Measure(Workload workload, ReferenceEngine[] engines)
    {
        var before = get_num_threads();
        try
        {
            var ours = Threads.Select(threads =>
            {
                set_num_threads(threads);
                return Clock.Best(Workloads.Prepare(workload.Kind, workload.Sizes), Seconds);
            }).ToArray();
            return (ours, engines.Length == 0 ? null : engines.Select(engine => engine.Seconds(workload, Seconds)).ToArray());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static Comparison Row(Workload workload, double[] ours, double[]? reference)
    {
        double InUnit(double seconds) => workload.Flops is { } flops ? flops / seconds / Giga : seconds * Micro;
        return new Comparison(
            workload.Name, workload.Flops is null ? "µs" : Comparison.Rate, Array.ConvertAll(ours, InUnit), reference is null ? null : Array.ConvertAll(reference, InUnit));
    }

    private static double[] Over(double[] seconds, double[] floor) => seconds.Zip(floor, (time, least) => time / least).ToArray();

    // What the workload adds, then what each runtime held before it.
    private static IEnumerable<Comparison> Memory(Workload workload)
    {
        var ours = PeakMemory.Measure(workload);
        using var engine = ReferenceEngine.Start(Threads[^1]);
        var reference = engine?.Memory(workload);
        yield return new Comparison($"memory, {workload.Name}", "MB", [ours.Added / Mega], reference is null ? null : [reference.Added / Mega]);
        yield return new Comparison("  besides the runtime's own", "MB", [ours.Baseline / Mega], reference is null ? null : [reference.Baseline / Mega]);
    }
}
