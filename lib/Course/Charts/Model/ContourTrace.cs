using System.Text.Json.Nodes;

namespace Course;

/// <summary>Bands of equal height over a grid of values.</summary>
internal sealed record ContourTrace : MapTrace
{
    private const int Bands = 14;

    // At an optimum the logarithm has no floor; below this many powers of ten nothing is to be seen.
    private const int Decades = 6;
    private const int PixelsX = 180;
    private const int PixelsY = 120;

    /// <summary>Bands are even in log10 of the values.</summary>
    public bool Log { get; init; }

    /// <summary>The same bands over log10 of the values.</summary>
    public ContourTrace ToLog()
    {
        var floor = Math.Log10(Math.Max(Course.ColorRange.Flat(Z).Where(double.IsFinite).DefaultIfEmpty(1).Max(), double.Epsilon)) - Decades;
        var log = new double[Z.GetLength(0), Z.GetLength(1)];
        for (var r = 0; r < log.GetLength(0); r++)
        {
            for (var c = 0; c < log.GetLength(1); c++)
            {
                log[r, c] = double.IsNaN(Z[r, c]) ? double.NaN : Math.Max(floor, Math.Log10(Math.Max(Z[r, c], 0)));
            }
        }

        return this with { Z = log, Log = true, Range = Range is { Low: > 0 } range ? (Math.Log10(range.Low), Math.Log10(range.High)) : null };
    }

    private static double Step((double Low, double High) ends) => Ticks.NiceStep((ends.High - ends.Low) / Bands);

    public override JsonObject ToPlotly()
    {
        var levels = Levels().DefaultIfEmpty(Ends.Low).ToArray();
        var json = ToPlotly("contour");
        json["autocontour"] = false;
        json["contours"] = new JsonObject
        {
            ["start"] = PlotlyJson.Number(levels[0]),
            ["end"] = PlotlyJson.Number(levels[^1]),
            ["size"] = PlotlyJson.Number(Step(Ends)),
        };
        json["line"] = new JsonObject { ["width"] = 0.5, ["color"] = "#fff" };
        if (Log)
        {
            json["colorbar"] = LogBar();
            json["hoverinfo"] = "x+y+text";
            json["meta"] = new JsonObject { ["powers"] = true }; // the page's script writes the text: ten to the power of z
        }

        return json;
    }

    public override void Grow(Extent x, Extent y)
    {
        foreach (var (extent, places) in new[] { (x, X), (y, Y) })
        {
            extent.Edge(places[0]);
            extent.Edge(places[^1]);
        }
    }

    public override void Draw(SvgPlot plot)
    {
        var (rows, columns) = (Z.GetLength(0), Z.GetLength(1));
        var ends = Ends;
        var step = Step(ends);
        var picture = Png.DataUri(PixelsX, PixelsY, (px, py) =>
        {
            var value = Between((px + 0.5) / PixelsX * (columns - 1), (1 - ((py + 0.5) / PixelsY)) * (rows - 1));
            return ColorOf((Math.Floor(value / step) + 0.5) * step, ends);
        });
        plot.Image((X[0], X[^1]), (Y[0], Y[^1]), picture, 1, smooth: true);
        foreach (var level in Levels())
        {
            var (x, y) = Isolines.Of(Z, X, Y, level);
            plot.Line(x, y, "#ffffff", "solid", 0.5);
        }
    }

    private IEnumerable<double> Levels()
    {
        var ends = Ends;
        var step = Step(ends);
        for (var k = (long)Math.Ceiling(ends.Low / step); k * step < ends.High + (step * 1e-9); k++)
        {
            yield return k * step;
        }
    }

    private JsonObject LogBar()
    {
        var (low, high) = Ends;
        var powers = Enumerable.Range((int)Math.Ceiling(low), Math.Max(1, (int)Math.Floor(high) - (int)Math.Ceiling(low) + 1)).ToArray();
        return new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = BarTitle },
            ["tickvals"] = new JsonArray([.. powers.Select(p => (JsonNode)JsonValue.Create(p))]),
            ["ticktext"] = PlotlyJson.Strings(powers.Select(Ticks.PowerText)),
        };
    }
}
