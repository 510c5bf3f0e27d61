namespace Course.Benchmarks.Torch;

/// <summary>Every engine of the comparison with every number of threads, each asleep until its turn.</summary>
internal sealed class Crew : IDisposable
{
    private readonly EngineProcess?[][] _engines;

    /// <summary>Starts all that start here.</summary>
    /// <exception cref="EngineException">Ours does not.</exception>
    public Crew(int[] threads) => _engines = [.. Engine.All.Select(engine => Start(engine, threads))];

    /// <summary>Who is not here, and why.</summary>
    public Dictionary<string, string> Absent { get; } = [];

    /// <summary>Of those that are.</summary>
    public Dictionary<string, string> Versions { get; } = [];

    /// <summary>What a workload adds to a process of its own; null: the engine is not here.</summary>
    public static PeakMemory? Memory(Engine engine, Workload workload, int threads)
    {
        try
        {
            using var process = engine.Start(threads);
            return process.Memory(workload);
        }
        catch (EngineException) when (engine != Engine.All[0])
        {
            return null;
        }
    }

    /// <summary>What was measured, as a row wants it.</summary>
    public static IReadOnlyList<IReadOnlyList<Timing?>> Timings(List<double>[][] figures) =>
        [.. figures.Select(engine => (IReadOnlyList<Timing?>)[.. engine.Select(rounds => rounds.Count == 0 ? null : new Timing(rounds))])];

    /// <summary>A list for each engine and thread count.</summary>
    public List<double>[][] NoFigures() => Array.ConvertAll(_engines, engine => Array.ConvertAll(engine, _ => new List<double>()));

    /// <summary>One round of a workload; another engine begins in each.</summary>
    public void Measure(Workload workload, List<double>[][] figures, int round, double seconds, double warmUp)
    {
        var ours = workload.Kind == "copy" ? 1 : _engines.Length; // a copy needs no engine, but a process
        for (var turn = 0; turn < ours; turn++)
        {
            var engine = (turn + round) % ours;
            for (var threads = 0; threads < _engines[engine].Length; threads++)
            {
                if (_engines[engine][threads]?.Seconds(workload, seconds, warmUp) is { } figure)
                {
                    figures[engine][threads].Add(figure);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var process in _engines.SelectMany(engine => engine))
        {
            process?.Dispose();
        }
    }

    private EngineProcess?[] Start(Engine engine, int[] threads)
    {
        try
        {
            EngineProcess?[] processes = [.. threads.Select(engine.Start)];
            Versions[engine.Name] = processes[0]!.Version;
            return processes;
        }
        catch (EngineException trouble) when (engine != Engine.All[0])
        {
            Absent[engine.Name] = trouble.Message;
            return new EngineProcess?[threads.Length];
        }
    }
}
