namespace Course.Kernel.Export;

/// <summary>What an export wrote.</summary>
/// <param name="IndexFile">The page to open first.</param>
/// <param name="Pages">Notebooks that became pages.</param>
/// <param name="Files">Files of the site, the scripts and fonts included.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Warnings">What a reader will miss, and the cure; empty when all is there.</param>
/// <param name="LeftOut">Notebooks that could not become pages, each with its reason; the site does without them.</param>
public sealed record SiteExport(
    string IndexFile, int Pages, int Files, long Bytes, IReadOnlyList<string> Warnings, IReadOnlyList<string> LeftOut);
