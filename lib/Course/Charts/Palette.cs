namespace Course;

/// <summary>The colours of Okabe and Ito (2008), which stay apart for the common kinds of colour blindness.</summary>
internal static class Palette
{
    public const string Blue = "#0072b2";
    public const string Orange = "#e69f00";
    public const string Green = "#009e73";
    public const string Vermillion = "#d55e00";
    public const string Purple = "#cc79a7";
    public const string Sky = "#56b4e9";
    public const string Yellow = "#f0e442";

    /// <summary>Middle grey: readable on light and on dark paper.</summary>
    public const string Grey = "#888888";

    /// <summary>Stands for the colour of the text around the picture, which only the page knows.</summary>
    public const string Ink = "ink";

    /// <summary>The text's colour on light paper, for places that are no page of ours.</summary>
    public const string DarkInk = "#222222";

    private static readonly string[] Series = [Blue, Orange, Green, Vermillion, Purple, Sky, Yellow, Grey];

    // Seen on dark violet, on green and on yellow alike.
    private static readonly string[] Overlay = [Vermillion, Orange, Sky, Purple];

    // Shape says the same as colour, for print and for eyes that see no colour.
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "x", "star"];

    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>Colour of the n-th series.</summary>
    public static string Color(int series) => Series[series % Series.Length];

    /// <summary>Colour of the n-th series on a coloured ground.</summary>
    public static string OverlayColor(int series) => Overlay[series % Overlay.Length];

    /// <summary>Plotly's name of the n-th series' marker.</summary>
    public static string Symbol(int series) => Symbols[series % Symbols.Length];

    /// <summary>Lines change their dash only when the colours begin again.</summary>
    public static string Dash(int series) => Dashes[series / Series.Length % Dashes.Length];
}
