namespace Course.Browser.Tests.Support;

/// <summary>A chart as the browser shows it.</summary>
/// <param name="Name">Its text alternative.</param>
/// <param name="Kind">"plotly" or "svg".</param>
/// <param name="Width">Of the drawing, in CSS pixels.</param>
/// <param name="Height">Of the drawing, in CSS pixels.</param>
/// <param name="Fits">Whether all of it is inside its box, so that nothing has to be scrolled to.</param>
/// <param name="Traces">How many traces plotly.js found in its data.</param>
/// <param name="Problems">What <c>Plotly.validate</c> found.</param>
internal sealed record ChartFacts(string Name, string Kind, double Width, double Height, bool Fits, int Traces, string[] Problems);
