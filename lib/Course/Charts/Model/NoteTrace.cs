using System.Text.Json.Nodes;

namespace Course;

/// <summary>Words at a place of the plot, as a foreign figure's annotation has them.</summary>
internal sealed record NoteTrace(double X, double Y, string Words) : Trace
{
    public override int SeriesUsed => 0;

    public override JsonObject ToPlotly() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = PlotlyJson.Numbers([X]),
        ["y"] = PlotlyJson.Numbers([Y]),
        ["text"] = PlotlyJson.Strings([Words]),
        ["showlegend"] = false,
    };

    public override void Grow(Extent x, Extent y)
    {
        x.Include([X]);
        y.Include([Y]);
    }

    public override void Draw(SvgPlot plot) => plot.Note(X, Y, Words);

    public override string Describe() => $"\"{Words}\" at {Numbers.Text(X, 4)}, {Numbers.Text(Y, 4)}";
}
