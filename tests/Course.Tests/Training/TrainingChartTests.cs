using Course.Tests.Notebook;

namespace Course.Tests.Training;

public sealed class TrainingChartTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Loss_ManyInOneMoment_ShowsOnePictureAndUpdatesIt()
    {
        var (shown, updated) = (0, 0);
        using (var chart = Chart(value => shown++, value => updated++))
        {
            for (var step = 1; step <= 1000; step++)
            {
                chart.Loss(step, 1.0 / step);
            }

            chart.Accuracy("test", 1000, 97);
            Assert.Equal((1, 0), (shown, updated));
        }

        Assert.Equal((1, 1), (shown, updated));
    }

    [Fact]
    public void Loss_UpdatesThatTakeLong_TakeATenthOfTheTime()
    {
        var updated = 0;
        void Draw(object value)
        {
            updated++;
            _time.Advance(TimeSpan.FromMilliseconds(65));
        }

        using var chart = Chart(Draw, Draw);
        for (var step = 1; step <= 1000; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            chart.Loss(step, 1.0 / step);
        }

        Assert.InRange(updated, 15, 18); // ten seconds of steps
    }

    [Fact]
    public void Figure_AConstantLoss_IsSmoothedToItselfFromTheFirstValue()
    {
        using var chart = Chart();
        chart.Loss(1, 2.5);
        chart.Loss(2, 2.5);

        Assert.All(Line(chart, panel: 0, trace: 1).Y, value => Assert.Equal(2.5, value, 12));
    }

    [Fact]
    public void Loss_NaN_LeavesAGapAndTheSmoothedCurveWhole()
    {
        using var chart = Chart();
        chart.Loss(1, 1);
        chart.Loss(2, double.NaN);
        chart.Loss(3, 1);

        Assert.Equal([1, double.NaN, 1], Line(chart, panel: 0, trace: 0).Y);
        Assert.Equal([1, 3], Line(chart, panel: 0, trace: 1).X);
    }

    [Fact]
    public void Accuracy_TwoNames_AreTwoCurvesInASecondPanel()
    {
        using var chart = Chart();
        chart.Loss(1, 1);
        chart.Accuracy("training", 1, 90);
        chart.Accuracy("test", 1, 80);

        Assert.Equal(2, chart.Figure.Frames[0].Count);
        Assert.Equal(80, Line(chart, panel: 1, trace: 1).Y.Single());
    }

    private TrainingChart Chart(Action<object>? show = null, Action<object>? update = null) =>
        new("title", "step", "loss", new Host(show ?? (_ => { }), update ?? (_ => { })), _time);

    private static XYTrace Line(TrainingChart chart, int panel, int trace) =>
        (XYTrace)((PlotPanel)chart.Figure.Frames[0][panel]).Traces[trace];

    private sealed class Host(Action<object> show, Action<object> update) : INotebookHost
    {
        public string Name => "test";

        public bool CanUpdate => true;

        public Action<object>? Show(object value)
        {
            show(value);
            return update;
        }
    }
}
