namespace Course;

public sealed partial class Figure
{
    /// <summary>The figure as Plotly's JSON, with which any Plotly goes on: <c>Plotly.newPlot</c> in a page, <c>plotly.io.from_json</c> in Python, <see cref="Chart.FromJson"/> here.</summary>
    /// <returns>An object with <c>data</c> and <c>layout</c>. Of a figure with sliders, the picture at their first setting.</returns>
    /// <exception cref="InvalidOperationException">The figure has several panels, or is a drawing, which Plotly has no form for.</exception>
    public string ToPlotlyJson()
    {
        if (Frames[0] is not [var panel])
        {
            throw new InvalidOperationException($"ToPlotlyJson: this figure has {Frames[0].Count} panels, and a Plotly figure is one; call it on each of them before Chart.Grid.");
        }

        var json = Frames[StillFrame][0].ToPlotly()
            ?? throw new InvalidOperationException($"ToPlotlyJson: \"{panel.Title}\" is a drawing, not a chart of data; there is no Plotly form of it.");
        return PlotlyJson.Text(PlotlyJson.Portable(json));
    }
}
