using Course.Tests.Notebook;

namespace Course.Tests.Charts;

public sealed class LiveChartTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Add_ManyInOneMoment_UpdatesOnceAndInTheEnd()
    {
        var host = new RecordingHost(canUpdate: true);
        using (var live = new LiveChart(f => f, host, _time))
        {
            for (var i = 0; i < 1000; i++)
            {
                live.Add("loss", i, 1.0 / (i + 1));
            }

            Assert.Single(host.Seen);
        }

        Assert.Equal(2, host.Seen.Count);
        Assert.Equal(1, host.Shown);
    }

    [Fact]
    public void Add_AsTimePasses_UpdatesTenTimesASecond()
    {
        var host = new RecordingHost(canUpdate: true);
        using var live = new LiveChart(f => f, host, _time);
        for (var i = 0; i < 100; i++)
        {
            live.Add("loss", i, i);
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }

        Assert.InRange(host.Seen.Count, 19, 21);
    }

    [Fact]
    public void Dispose_HostThatCannotUpdate_ShowsTheFinalChartOnce()
    {
        var host = new RecordingHost(canUpdate: false);
        var live = new LiveChart(f => f.Title("t"), host, _time);
        live.Add("a", 1, 1);
        live.Add("b", 1, 2);
        Assert.Empty(host.Seen);
        live.Dispose();
        live.Dispose();

        Assert.Single(host.Seen);
        Assert.Contains("a: 1 point", host.Seen[0], StringComparison.Ordinal);
        Assert.Contains("b: 1 point", host.Seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_VeryMany_ThinsButKeepsTheReach()
    {
        using var live = new LiveChart(f => f, new RecordingHost(canUpdate: false), _time);
        for (var i = 0; i <= 100_000; i++)
        {
            live.Add("loss", i, i);
        }

        var trace = (XYTrace)((PlotPanel)live.Figure.Frames[0][0]).Traces[0];
        Assert.InRange(trace.X.Length, 500, 1001);
        Assert.True(trace.X[^1] > 99_000, "the curve ends at the last values");
    }

    private sealed class RecordingHost(bool canUpdate) : INotebookHost
    {
        public string Name => "test";

        public bool CanUpdate => canUpdate;

        public int Shown { get; private set; }

        public List<string> Seen { get; } = [];

        public Action<object>? Show(object value)
        {
            Shown++;
            Seen.Add(value.ToString()!);
            return canUpdate ? v => Seen.Add(v.ToString()!) : null;
        }
    }
}
