using System.Diagnostics;
using System.Globalization;

namespace Course.Benchmarks.Torch;

/// <summary>Course.Torch against the real TorchSharp, PyTorch and this machine's limit: the same workloads in the same rounds, the engines by turns.</summary>
/// <param name="asked">The rows.</param>
/// <param name="rounds">How often each figure is taken.</param>
/// <param name="say">Where lines go.</param>
/// <param name="progress">Where a line a round goes.</param>
internal sealed class TorchReport(Selection asked, int rounds, Action<string> say, Action<string> progress)
{
    private const double Seconds = 0.1;
    private const double WarmUp = 0.05;
    private const double FirstWarmUp = 0.2; // the JIT's tiers take a while
    private const int MemoryRounds = 3;

    private static readonly int[] Threads = [1, 2];

    /// <summary>Measures and prints.</summary>
    /// <returns>The raw figures, in seconds and bytes.</returns>
    public object Run()
    {
        var machine = Machine.Here(TimeProvider.System);
        var watch = Stopwatch.StartNew();
        Introduce(machine);
        var crew = new Crew(Threads);
        foreach (var (name, trouble) in crew.Absent)
        {
            say($"{name} is left out: {trouble}");
        }

        var outcomes = Measure(crew, asked.Parts.SelectMany(part => part.Rows));
        var memories = asked.Remembering.Select(Remember).ToList();
        var limits = outcomes.Count == 0 ? null : Limits.From([.. outcomes.Values.Where(IsProduct)], outcomes.Values.Where(outcome => outcome.Workload.Kind == "copy"));
        var results = asked.Parts.ToDictionary(part => part.Part, part => part.Rows.Select(row => outcomes[row.Key] with { Workload = row }).ToList());
        Print(results, limits, memories);
        Conclude(limits, watch.Elapsed);
        return new
        {
            machine, rounds, seconds = watch.Elapsed.TotalSeconds, engines = crew.Versions, crew.Absent, threads = Threads, limits,
            parts = results.ToDictionary(part => part.Key, part => part.Value.Select(outcome => Raw(outcome, limits!))),
            memories,
        };
    }

    private static bool IsProduct(Outcome outcome) => outcome.Workload.Kind is "matmul" or "bmm";

    private static object Raw(Outcome outcome, Limits limits) => new
    {
        outcome.Workload, limit = Threads.Select((_, place) => limits.Seconds(outcome.Workload, place)),
        engines = Engine.All.Zip(outcome.Engines).ToDictionary(pair => pair.First.Name, pair => pair.Second),
    };

    private void Introduce(Machine machine)
    {
        say($"{machine.Processor}, {machine.Cores} cores, {machine.Instructions}, {machine.System}, {machine.Runtime}");
        say(string.Create(CultureInfo.InvariantCulture, $"{machine.Date:yyyy-MM-dd HH:mm} UTC, rounds: {rounds}, load before it {machine.LoadBefore:0.00} (a quiet machine has less than 0.1)"));
    }

    // All rows in each round: what disturbs one round of a row is over in the next. The engines begin by turns.
    private Dictionary<string, Outcome> Measure(Crew crew, IEnumerable<Workload> rows)
    {
        using var whole = crew;
        List<Workload> workloads = [.. rows];
        if (workloads.Count == 0)
        {
            return [];
        }

        workloads = [.. Workloads.Peaks().Concat(Workloads.Copies()).Concat(workloads).DistinctBy(row => row.Key)];
        var figures = workloads.ToDictionary(row => row.Key, _ => crew.NoFigures());
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var workload in workloads)
            {
                crew.Measure(workload, figures[workload.Key], round, Seconds, round == 0 ? FirstWarmUp : WarmUp);
            }

            progress(string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {rounds}: {workloads.Count} workloads in {watch.Elapsed.TotalSeconds:0} s"));
        }

        return workloads.ToDictionary(row => row.Key, row => new Outcome(row, Crew.Timings(figures[row.Key])));
    }

    private Memory Remember(Workload workload) => new(workload, [.. Engine.All.Select(engine => Enumerable.Range(0, Math.Min(rounds, MemoryRounds))
        .Select(_ => Crew.Memory(engine, workload, Threads[^1])).MinBy(memory => memory?.Added))]);

    private void Print(Dictionary<string, List<Outcome>> results, Limits? limits, List<Memory> memories)
    {
        var tables = new Tables([.. Engine.All.Select(engine => engine.Name)]);
        foreach (var (part, outcomes) in results)
        {
            Say(tables.Fastest(part, outcomes));
            Say(tables.Median(part, outcomes));
            Say(tables.OfLimit(part, outcomes, limits!));
        }

        Say(tables.Added(memories));
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (var line in lines.Prepend(""))
        {
            say(line);
        }
    }

    private void Conclude(Limits? limits, TimeSpan time)
    {
        const double Giga = 1e9;
        say("");
        say($"Of each engine: {string.Join(", ", Threads)} threads. Times in ms, samples in rows a second. ratio: the faster peer's best over ours. *: a bar that is missed.");
        if (limits is not null)
        {
            say($"Peak {string.Join(", ", limits.Peak.Select(rate => (rate / Giga).ToString("0", CultureInfo.InvariantCulture)))} GFLOP/s; copies, GB/s: "
                + string.Join("; ", limits.Copies.Select(copy => string.Create(CultureInfo.InvariantCulture, $"{copy.Bytes / 1024:0} KB {string.Join(", ", copy.Rates.Select(rate => (rate / Giga).ToString("0", CultureInfo.InvariantCulture)))}"))));
        }

        say(string.Create(CultureInfo.InvariantCulture, $"It took {time.TotalMinutes:0.0} minutes."));
    }
}
