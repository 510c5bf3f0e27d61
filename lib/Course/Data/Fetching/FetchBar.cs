namespace Course;

/// <summary>Shows a download as a progress bar; a new bar where a download begins anew.</summary>
internal sealed class FetchBar : IProgress<FetchProgress>
{
    private ProgressBar? _bar;
    private long? _total;

    public void Report(FetchProgress value)
    {
        if (_bar is null || (value.Total is not null && value.Total != _total))
        {
            (_bar, _total) = (ProgressBar.Start($"fetch {value.What}", value.Total ?? 0, "B"), value.Total);
        }

        _bar.MoveTo(value.Done);
    }

    /// <summary>All has come. A download that fails is left where it stopped: it is not to look finished.</summary>
    public void Finish() => _bar?.Dispose();
}
