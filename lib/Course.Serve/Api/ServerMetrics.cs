using Prometheus;

namespace Course.Serve.Api;

/// <summary>What <c>/metrics</c> tells, in a registry of this server's own.</summary>
internal sealed class ServerMetrics
{
    private readonly Counter _predictions;
    private readonly Histogram _together;

    internal ServerMetrics()
    {
        var metrics = Metrics.WithCustomRegistry(Registry);
        _predictions = metrics.CreateCounter("course_predictions_total", "Inputs answered, by the label that was most probable.", "label");
        _together = metrics.CreateHistogram("course_inputs_together", "Inputs that the model computed in one go.", new HistogramConfiguration { Buckets = Histogram.PowersOfTenDividedBuckets(0, 3, 10) });
        DotNetStats.Register(Registry);
    }

    internal CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    internal void Predicted(string label) => _predictions.WithLabels(label).Inc();

    internal void Computed(int count) => _together.Observe(count);

    /// <summary>A figure that is looked up when it is asked for.</summary>
    internal void Watch(string name, string help, Func<double> value)
    {
        var gauge = Metrics.WithCustomRegistry(Registry).CreateGauge(name, help);
        Registry.AddBeforeCollectCallback(() => gauge.Set(value()));
    }
}
