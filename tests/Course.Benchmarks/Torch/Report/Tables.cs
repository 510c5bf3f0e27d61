using System.Globalization;

namespace Course.Benchmarks.Torch;

/// <summary>The report's lines, 100 columns at most. Of each engine two columns: one thread, two threads.</summary>
/// <param name="engines">Their names, ours first.</param>
internal sealed class Tables(IReadOnlyList<string> engines)
{
    private const int NameWidth = 27;
    private const int Width = 8;
    private const double Milli = 1e3;
    private const double Mega = 1e6;
    private const double Percent = 100;

    /// <summary>Fastest rounds: milliseconds, or samples a second where a row counts them; against the faster peer.</summary>
    public IEnumerable<string> Fastest(string title, IEnumerable<Outcome> outcomes) => Lines(
        $"{title}: fastest round", $"{"ratio",Width}   bar", outcomes, timing => timing.Fastest,
        outcome => Times(outcome.Ratio(timing => timing.Fastest)) + Bar(outcome.Ratio(timing => timing.Fastest), "≥", outcome.Workload.Bar.OfPeers));

    /// <summary>Medians of the rounds, and how far apart the rounds of the fastest figures were.</summary>
    public IEnumerable<string> Median(string title, IEnumerable<Outcome> outcomes) => Lines(
        $"{title}: median", $"{"ratio",Width}{"spread",Width}{"peer's",Width}", outcomes, timing => timing.Median,
        outcome => Times(outcome.Ratio(timing => timing.Median)) + Share(outcome.Ours?.Timing.Spread) + Share(outcome.Peer?.Timing.Spread));

    /// <summary>The limit in milliseconds, and the fastest rounds as multiples of it; at last our faster thread count's.</summary>
    public IEnumerable<string> OfLimit(string title, IReadOnlyCollection<Outcome> outcomes, Limits limits)
    {
        var limited = outcomes.Where(outcome => outcome.Workload.Flops is not null).ToList();
        if (limited.Count == 0)
        {
            yield break;
        }

        yield return $"{Fit($"{title}: over the limit")}{Pair("limit, ms")}{Heads()}{"best",Width - 1}   bar";
        foreach (var outcome in limited)
        {
            double Multiple(Timing timing, int threads) => timing.Fastest / limits.Seconds(outcome.Workload, threads)!.Value;
            var least = string.Concat(Enumerable.Range(0, limits.Peak.Count).Select(threads => Figure(Milli * limits.Seconds(outcome.Workload, threads))));
            var each = string.Concat(outcome.Engines.SelectMany(timings => timings.Select((timing, threads) => Multiples(timing is null ? (double?)null : Multiple(timing, threads)))));
            var best = outcome.Ours is ({ } timing, var place) ? Multiple(timing, place) : (double?)null;
            yield return $"{Fit(outcome.Workload.Name)}{least}{each}{Multiples(best)}{Bar(best, "≤", outcome.Workload.Bar.OfLimit)}".TrimEnd();
        }
    }

    /// <summary>MB that the workloads add, then what each runtime held before.</summary>
    public IEnumerable<string> Added(IReadOnlyCollection<Memory> memories)
    {
        if (memories.Count == 0)
        {
            yield break;
        }

        yield return $"{Fit("memory added, MB")}{string.Concat(engines.Select(name => $"{name,14}"))}{"ratio",Width}   runtime's own, MB";
        foreach (var memory in memories)
        {
            var added = string.Concat(memory.Engines.Select(engine => Number(engine?.Added / Mega, "0.00", 14)));
            var own = string.Concat(memory.Engines.Select(engine => Number(engine?.Baseline / Mega, "0", 6)));
            yield return $"{Fit(memory.Workload.Name)}{added}{Times(memory.Ratio)}   {own}".TrimEnd();
        }
    }

    private IEnumerable<string> Lines(string title, string more, IEnumerable<Outcome> outcomes, Func<Timing, double> figure, Func<Outcome, string> rest)
    {
        yield return $"{Fit(title)}{string.Concat(engines.Select(Pair))}{more}";
        foreach (var outcome in outcomes)
        {
            string One(Timing? timing) => outcome.Workload.Samples is { } samples
                ? Number(samples / (timing is null ? (double?)null : figure(timing)), "0", Width)
                : Figure(timing is null ? (double?)null : Milli * figure(timing));
            yield return $"{Fit(outcome.Workload.Name)}{string.Concat(outcome.Engines.SelectMany(timings => timings.Select(One)))}{rest(outcome)}".TrimEnd();
        }
    }

    private string Heads() => string.Concat(engines.Select(name => $"{name,2 * (Width - 1)}"));

    private static string Pair(string name) => $"{name,2 * Width}";

    private static string Fit(string name) => name.PadRight(NameWidth);

    // Four digits, or as many as a long time has.
    private static string Figure(double? value) => Number(value, value < 0.1 ? "0.0000" : value < 10 ? "0.000" : value < 100 ? "0.00" : "0.0", Width);

    private static string Multiples(double? value) => Number(value, value < 10 ? "0.00" : value < 100 ? "0.0" : "0", Width - 1);

    private static string Times(double? value) => Number(value, value < 10 ? "0.00" : "0.0", Width);

    private static string Share(double? value) => value is null ? new string(' ', Width) : Number(Percent * value, "0", Width - 2) + " %";

    // An asterisk marks a bar that is missed.
    private static string Bar(double? value, string sign, double? bar) => value is null || bar is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{((sign == "≥" ? value < bar : value > bar) ? " *" : "  ")} {sign} {bar:0.0}");

    private static string Number(double? value, string format, int width) => (value?.ToString(format, CultureInfo.InvariantCulture) ?? "–").PadLeft(width);
}
