using System.Text.Json.Nodes;

namespace Course;

/// <summary>Colours for numbers from 0 to 1, with equal steps between the stops.</summary>
internal sealed class ColorScale
{
    /// <summary>Viridis: even steps to the eye, also without colour.</summary>
    public static readonly ColorScale Sequential = new(
        "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725");

    /// <summary>Light to dark blue, for counts.</summary>
    public static readonly ColorScale Blues = new("#f3f8fc", "#c6dff0", "#7db8de", "#2f8ac2", "#0072b2", "#00466f");

    /// <summary>Blue below the middle, white in it, vermillion above.</summary>
    public static readonly ColorScale Diverging = new("#0072b2", "#7fb8d8", "#f7f7f7", "#eaae7f", "#d55e00");

    /// <summary>Ink on paper: 0 is white.</summary>
    public static readonly ColorScale Grey = new("#ffffff", "#000000");

    private readonly Rgb[] _stops;
    private readonly bool _isStepped;
    private ColorScale? _dark;

    private ColorScale(params string[] stops) => _stops = [.. stops.Select(Rgb.Parse)];

    private ColorScale(Rgb[] stops, bool isStepped) => (_stops, _isStepped) = (stops, isStepped);

    /// <summary>From the first class' colour over white to the second's.</summary>
    public static ColorScale TwoClasses { get; } = new(Palette.Color(0), "#ffffff", Palette.Color(1));

    /// <summary>What has white paper in it, and would glare on dark paper.</summary>
    public static IReadOnlyList<ColorScale> Papery { get; } = [Blues, Diverging, Grey, TwoClasses];

    /// <summary>The same scale for dark paper; itself where it has no white in it.</summary>
    public ColorScale Dark => _dark ??= _isStepped || Papery.Contains(this)
        ? new ColorScale([.. _stops.Select(stop => Palette.Dark.TryGetValue(stop.ToString(), out var dark) ? Rgb.Parse(dark) : stop.Turned())], _isStepped)
        : this;

    /// <summary>What each stop becomes on dark paper.</summary>
    public IEnumerable<KeyValuePair<string, string>> Shades => _stops.Zip(Dark._stops, (light, dark) => KeyValuePair.Create(light.ToString(), dark.ToString()));

    /// <summary>One flat colour for each of n classes; one class spans 1/n.</summary>
    public static ColorScale Classes(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => Rgb.Parse(Palette.Color(i)))], isStepped: true);

    /// <summary>The colour at a part of the scale; what lies outside takes the end's colour.</summary>
    public Rgb At(double part)
    {
        part = double.IsNaN(part) ? 0 : Math.Clamp(part, 0, 1);
        if (_isStepped)
        {
            return _stops[Math.Min((int)(part * _stops.Length), _stops.Length - 1)];
        }

        var place = part * (_stops.Length - 1);
        var below = Math.Min((int)place, _stops.Length - 2);
        return Rgb.Mix(_stops[below], _stops[below + 1], place - below);
    }

    /// <summary>Plotly's <c>colorscale</c>.</summary>
    public JsonArray ToPlotly()
    {
        var count = _stops.Length;
        var stops = _isStepped
            ? _stops.SelectMany((c, i) => new[] { (i / (double)count, c), ((i + 1) / (double)count, c) })
            : _stops.Select((c, i) => (i / (double)(count - 1), c));
        return new JsonArray([.. stops.Select(s => new JsonArray(PlotlyJson.Number(s.Item1), s.Item2.ToString()))]);
    }
}
