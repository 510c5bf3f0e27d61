namespace Course.Web.Session;

/// <summary>What a session asks of the page that it lives in.</summary>
internal interface ITab
{
    /// <summary>True when the reader has pressed Stop.</summary>
    bool IsStopping { get; }

    /// <summary>Shows one output.</summary>
    /// <param name="cell">Which cell's.</param>
    /// <param name="display">Its name where it may change later, else null.</param>
    /// <param name="html">Clean HTML; empty where there is nothing to see.</param>
    /// <param name="replaces">True if it takes the place of the display of that name.</param>
    void Output(int cell, string? display, string html, bool replaces);

    /// <summary>Console text; <paramref name="name"/> is <c>stdout</c> or <c>stderr</c>.</summary>
    void Stream(int cell, string name, string text);

    /// <summary>Removes a cell's outputs, at once or when the next one comes.</summary>
    void Clear(int cell, bool wait);

    /// <summary>A fact that is not shown.</summary>
    void Report(int cell, string json);
}
