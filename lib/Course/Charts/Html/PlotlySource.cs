namespace Course;

/// <summary>A pinned file on the network.</summary>
/// <param name="Version">Of plotly.js.</param>
/// <param name="Url">Where it is served.</param>
/// <param name="Integrity">Its hash, as a script element's integrity attribute.</param>
internal sealed record PlotlySource(string Version, string Url, string Integrity);
