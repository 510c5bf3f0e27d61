namespace Course;

/// <summary>The colours of lines, marks and bars: eight hues, each for light and for dark paper.</summary>
/// <remarks>In the order of Okabe and Ito (2008), moved until each has a contrast of 3 on its paper even where a layer is
/// translucent, and until the common kinds of colour blindness keep them apart (a test computes both).</remarks>
internal static class Palette
{
    public const string Blue = "#0067c0";
    public const string Orange = "#c06a00";
    public const string Green = "#006650";
    public const string Vermillion = "#b3160e";
    public const string Purple = "#a52993";
    public const string Sky = "#2f86c4";
    public const string Violet = "#40107a";
    public const string Grey = "#7a7e82";

    /// <summary>Stands for the colour of the text around the picture, which only the page knows.</summary>
    /// <remarks>Neither name is a text that a chart may have, such as a label, nor a word of Plotly's own, such as <c>xref: "paper"</c>.</remarks>
    public const string Ink = "course-ink";

    /// <summary>Stands for the colour of the paper around the picture.</summary>
    public const string Paper = "course-paper";

    /// <summary>The text's colour on light paper, for places that are no page of ours.</summary>
    public const string DarkInk = "#222222";

    /// <summary>How far points and histograms may let through what is under them.</summary>
    public const double Translucent = 0.85;

    private static readonly string[] Series = [Blue, Orange, Green, Vermillion, Purple, Sky, Violet, Grey];

    // Seen best on dark violet, on green and on yellow alike.
    private static readonly string[] Overlay = [Vermillion, Orange, Sky, Purple];

    // Shape says the same as colour, for print and for eyes that see no colour.
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "x", "star"];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>What each colour becomes on dark paper.</summary>
    public static IReadOnlyDictionary<string, string> Dark { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Blue] = "#6cb2ff",
        [Orange] = "#f5ab1f",
        [Green] = "#35d69a",
        [Vermillion] = "#e56420",
        [Purple] = "#f7c3ea",
        [Sky] = "#5a84a8",
        [Violet] = "#7a6cff",
        [Grey] = "#969ba2",
    };

    /// <summary>Colour of the n-th series.</summary>
    public static string Color(int series) => Series[series % Series.Length];

    /// <summary>The series itself or the first after it whose colour is not taken; it is then. Where all are, the series itself.</summary>
    public static int Free(int series, ISet<string> taken)
    {
        var free = series;
        while (free < Series.Length && !taken.Add(Series[free]))
        {
            free++;
        }

        return free < Series.Length ? free : series;
    }

    /// <summary>Colour of what a layer stands for. Those that meet in one chart differ.</summary>
    public static string Color(Meaning meaning) => meaning switch
    {
        Meaning.Data or Meaning.Train or Meaning.Plain => Blue,
        Meaning.Model or Meaning.Validation or Meaning.Momentum => Orange,
        Meaning.Test or Meaning.RmsProp => Green,
        Meaning.Miss or Meaning.Adam => Vermillion,
        Meaning.AdamW => Purple,
        Meaning.Batch or Meaning.Nesterov => Sky,
        Meaning.Adagrad => Violet,
        Meaning.Baseline => Grey,
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "no meaning that the course knows"),
    };

    /// <summary>Colour of the n-th series on a coloured ground.</summary>
    public static string OverlayColor(int series) => Overlay[series % Overlay.Length];

    /// <summary>Plotly's name of the n-th series' marker.</summary>
    public static string Symbol(int series) => Symbols[(series + (series / Series.Length)) % Symbols.Length];

    /// <summary>Lines change their dash only when the colours begin again.</summary>
    public static string Dash(int series) => Dashes[series / Series.Length % Dashes.Length];

    /// <summary>The n-th line of one meaning in a chart; what is compared with is never solid.</summary>
    public static string Dash(Meaning meaning, int twin) => Dashes[(meaning == Meaning.Baseline ? twin + 1 : twin) % Dashes.Length];
}
