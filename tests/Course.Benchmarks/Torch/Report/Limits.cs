namespace Course.Benchmarks.Torch;

/// <summary>The least time that this machine could take: operations over the best rate of any matrix product of the run, plus bytes over the best rate of a copy.</summary>
/// <param name="Peak">Operations a second, by thread count: of any engine, with at most so many threads.</param>
/// <param name="Copies">Bytes a second, by thread count, of copies that move so many bytes; the smallest first.</param>
internal sealed record Limits(IReadOnlyList<double> Peak, IReadOnlyList<CopyRate> Copies)
{
    /// <param name="products">Of the run: all that have operations and nothing else.</param>
    /// <param name="copies">Of the run.</param>
    public static Limits From(IReadOnlyCollection<Outcome> products, IEnumerable<Outcome> copies) => new(
        Rates(products, outcome => outcome.Workload.Flops!.Value),
        [.. copies.GroupBy(outcome => outcome.Workload.Bytes, (bytes, ways) => new CopyRate(bytes, Rates([.. ways], _ => bytes))).OrderBy(copy => copy.Bytes)]);

    /// <summary>Seconds with the thread count of this place; null: the workload has no limit.</summary>
    public double? Seconds(Workload workload, int threads) => workload.Flops is { } flops
        ? (flops / Peak[threads]) + (workload.Bytes / CopyOf(workload.Bytes).Rates[threads])
        : null;

    // What fits a cache moves at the cache's pace: the greatest copy that is no greater.
    private CopyRate CopyOf(double bytes) => Copies.LastOrDefault(copy => copy.Bytes <= bytes) ?? Copies[0];

    private static double[] Rates(IReadOnlyCollection<Outcome> outcomes, Func<Outcome, double> amount)
    {
        var rates = new double[outcomes.First().Engines[0].Count];
        for (var threads = 0; threads < rates.Length; threads++)
        {
            var fastest = outcomes.SelectMany(outcome => outcome.Engines.Select(engine => engine[threads]).OfType<Timing>().Select(timing => amount(outcome) / timing.Fastest)).Max();
            rates[threads] = Math.Max(fastest, threads > 0 ? rates[threads - 1] : 0);
        }

        return rates;
    }
}
