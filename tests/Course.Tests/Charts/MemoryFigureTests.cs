using static TorchSharp.torch;

namespace Course.Tests.Charts;

public sealed class MemoryFigureTests
{
    private static readonly Tensor X = arange(6).reshape(2, 3);

    [Fact]
    public void Memory_ATranspose_ShowsThePlacesInItsOrder()
    {
        var (memory, view) = Panels(X.t());

        Assert.Equal(new double[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, view.Z);
        Assert.Equal(new double[,] { { 0, 1, 2, 3, 4, 5 } }, memory.Z);
    }

    [Fact]
    public void Memory_ASlice_LeavesTheOtherBoxesEmpty()
    {
        var (memory, view) = Panels(X[.., 1]);

        Assert.Equal(new double[,] { { 1, 4 } }, view.Z);
        Assert.Equal([1, 4], memory.Z.Cast<double>().Where(double.IsFinite));
    }

    [Fact]
    public void Memory_AStretchedRow_ShowsTheSameBoxesAgain() =>
        Assert.Equal(new double[,] { { 3, 4, 5 }, { 3, 4, 5 } }, Panels(X[1].expand([2, 3])).View.Z);

    [Fact]
    public void Memory_HiddenBoxes_AreEmptyNotTheWordNull() => Assert.DoesNotContain(
        "null",
        Chart.Memory(X[1], 6).Frames[0][0].ToPlotly()!["data"]![0]!["text"]!.ToJsonString(),
        StringComparison.Ordinal);

    [Fact]
    public void Memory_TooSmall_Throws() =>
        Assert.Contains("place 3 of a memory of 3 numbers", Assert.Throws<ArgumentException>(() => Chart.Memory(X, 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void Memory_ThreeAxes_Throws() => Assert.Throws<ArgumentException>(() => Chart.Memory(zeros(2, 2, 2), 8));

    private static (HeatMapTrace Memory, HeatMapTrace View) Panels(Tensor view)
    {
        var panels = Chart.Memory(view, 6).Frames[0].Cast<PlotPanel>().Select(panel => (HeatMapTrace)panel.Traces[0]).ToArray();
        return (panels[0], panels[1]);
    }
}
