namespace Course.Tests.Notebook;

public sealed class ProgressBarTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _console = new();
    private readonly List<object> _pictures = [];

    private string[] Lines => _console.ToString().Split(_console.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Step_ThousandTimesInOneSecond_UpdatesAtMostTenTimes()
    {
        using var bar = Updatable(1000);
        for (var i = 0; i < 1000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            bar.Step();
        }

        Assert.InRange(_pictures.Count, 10, 11); // the first picture and ten updates
    }

    [Fact]
    public void Dispose_WithinTheInterval_StillShowsTheFinalState()
    {
        var bar = Updatable(2);
        bar.Step();
        bar.Step("loss 0.25");
        bar.Dispose();
        bar.Dispose();

        Assert.Equal(2, _pictures.Count);
        Assert.Equal("train [====================] 2 of 2 · 0.0 s · loss 0.25", _pictures[^1].ToString());
    }

    [Fact]
    public void Dispose_BeforeTheEnd_SaysStoppedEarly()
    {
        using (var bar = Updatable(4))
        {
            bar.Step();
            _time.Advance(TimeSpan.FromSeconds(83));
        }

        Assert.Equal("train [=====...............] 1 of 4 · 1 min 23 s, stopped early", _pictures[^1].ToString());
    }

    [Fact]
    public void Step_HostCannotUpdate_WritesQuarterMilestones()
    {
        using (var bar = new ProgressBar("train", 100, null, new ConsoleHost(_console), _console, _time))
        {
            for (var i = 0; i < 100; i++)
            {
                bar.Step();
            }
        }

        Assert.Equal(4, Lines.Length);
        Assert.StartsWith("train [=====...............] 25 of 100", Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("train [====================] 100 of 100", Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_HostCannotUpdateAndStoppedEarly_WritesOneLastLine()
    {
        using (var bar = new ProgressBar("train", 100, null, new ConsoleHost(_console), _console, _time))
        {
            bar.MoveTo(30);
        }

        Assert.Equal(2, Lines.Length);
        Assert.EndsWith("stopped early", Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void MoveTo_Bytes_ShowsMegabytesAndTimeLeft()
    {
        using var bar = new ProgressBar("mail", 8_000_000, "B", Host(), _console, _time);
        _time.Advance(TimeSpan.FromSeconds(2));
        bar.MoveTo(2_000_000);

        Assert.Equal("mail [=====...............] 2.0 of 8.0 MB · 6.0 s left", _pictures[^1].ToString());
    }

    [Fact]
    public void MoveTo_UnknownTotal_ShowsWhatIsDone()
    {
        var bar = new ProgressBar("mail", 0, "B", Host(), _console, _time);
        _time.Advance(TimeSpan.FromSeconds(1));
        bar.MoveTo(2_500_000);
        bar.Dispose();

        Assert.Equal("mail [....................] 2.5 MB", _pictures[^2].ToString());
        Assert.Equal("mail [====================] 2.5 MB · 1.0 s", _pictures[^1].ToString());
    }

    [Fact]
    public void ToHtml_Label_IsEscapedAndAccessible()
    {
        using var bar = new ProgressBar("a < b", 2, null, Host(), _console, _time);

        var html = ((IHtml)_pictures[0]).ToHtml();

        Assert.Contains("role=\"progressbar\" aria-label=\"a &lt; b\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("a < b", html, StringComparison.Ordinal);
    }

    private ProgressBar Updatable(int total) => new("train", total, null, Host(), _console, _time);

    private KernelHost Host() => new(value =>
    {
        _pictures.Add(value);
        return _pictures.Add;
    });
}
