using System.Text.Json.Nodes;

namespace Course;

/// <summary>Words above places of the plot.</summary>
internal sealed record NoteTrace(double[] X, double[] Y, string[] Words) : Trace
{
    public override int SeriesUsed => 0;

    public override JsonObject ToPlotly() => new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = PlotlyJson.Numbers(X),
        ["y"] = PlotlyJson.Numbers(Y),
        ["text"] = PlotlyJson.Strings(Words),
        ["textposition"] = "top center",
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    public override void Grow(Extent x, Extent y)
    {
        x.Include(X);
        y.Include(Y);
    }

    public override void Draw(SvgPlot plot)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            plot.Note(X[i], Y[i], Words[i]);
        }
    }

    public override string Describe() => Words.Length == 1
        ? $"\"{Words[0]}\" at {Numbers.Text(X[0], 4)}, {Numbers.Text(Y[0], 4)}"
        : $"words: {string.Join(", ", Words)}";
}
