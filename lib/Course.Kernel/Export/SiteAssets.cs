namespace Course.Kernel.Export;

/// <summary>Scripts, styles and fonts of a site: our own, which are embedded, and those that npm brought.</summary>
internal sealed class SiteAssets
{
    private static readonly (string Path, Func<string> Text)[] Own =
    [
        ("assets/site.css", () => SiteResources.Read("site.css")),
        ("assets/fonts.css", () => SiteResources.Read("fonts.css")),
        ("assets/site.js", () => SiteResources.Read("site.js")),
        ("assets/charts.js", () => ChartScript.SiteFile),
        ("assets/figures.js", () => SiteResources.Read("figures.js")),
        ("assets/search.js", () => SiteResources.Read("search.js")),
    ];

    private static readonly string[] Patterns = ["plotly.min.js", "mermaid.min.js", "minisearch.js", "katex/*", "katex/fonts/*.woff2", "fonts/*.woff2", "licenses/*"];

    private readonly SortedDictionary<string, string> _fetched = new(StringComparer.Ordinal);
    private readonly string _folder;

    private SiteAssets(string folder) => _folder = folder;

    /// <summary>Site paths of all that there is.</summary>
    public IReadOnlySet<string> Paths => new HashSet<string>([.. _fetched.Keys, .. Own.Select(file => file.Path)], StringComparer.Ordinal);

    /// <summary>What stands in the command's folder <c>web/</c>.</summary>
    public static SiteAssets In(string folder)
    {
        var assets = new SiteAssets(folder);
        assets.AddTab();
        foreach (var pattern in Patterns)
        {
            var place = Path.Combine(folder, Path.GetDirectoryName(pattern)!);
            foreach (var file in Directory.Exists(place) ? Directory.EnumerateFiles(place, Path.GetFileName(pattern)) : [])
            {
                assets._fetched["assets/" + Path.GetRelativePath(folder, file).Replace('\\', '/')] = file;
            }
        }

        return assets;
    }

    // As it is: what its files call each other is written in them. A service worker's reach is its own folder, so it stands at the top.
    private void AddTab()
    {
        var tab = Path.Combine(_folder, "tab");
        foreach (var file in File.Exists(Path.Combine(_folder, SiteTab.List)) ? Directory.EnumerateFiles(tab, "*", SearchOption.AllDirectories) : [])
        {
            _fetched[Path.GetRelativePath(_folder, file).Replace('\\', '/')] = file;
        }

        var worker = Path.Combine(_folder, "service-worker.js");
        if (_fetched.Count > 0 && File.Exists(worker))
        {
            _fetched["service-worker.js"] = worker;
        }
    }

    /// <summary>Puts into the site what its pages ask for.</summary>
    public void Write(SiteFolder folder, IReadOnlyCollection<string> html)
    {
        foreach (var (path, text) in Own.Where(file => IsNeeded(file.Path, html)))
        {
            folder.Write(path, text());
        }

        foreach (var (path, file) in _fetched.Where(file => IsNeeded(file.Key, html)))
        {
            folder.Copy(path, file);
        }
    }

    /// <summary>What readers will miss of what the build should have brought; a diagram's script only where a page has one.</summary>
    public IReadOnlyList<string> Warnings(IReadOnlyCollection<string> html)
    {
        (string File, string Loss)[] scripts = [("plotly.min.js", "charts are still pictures"), ("katex/katex.min.js", "formulas are shown as TeX source"), ("minisearch.js", "pages cannot be searched")];
        return
        [
            .. scripts.Concat(html.Any(page => page.Contains("class=\"mermaid\"", StringComparison.Ordinal)) ? [("mermaid.min.js", "diagrams are shown as text")] : [])
                .Where(needed => !_fetched.ContainsKey("assets/" + needed.File))
                .Select(needed => Missing(needed.File, needed.Loss, "install Node.js 20 or newer and build again")),
            .. _fetched.ContainsKey(SiteTab.List) ? Array.Empty<string>() : [Missing(SiteTab.List, "pages have no button that runs their cells", "build again where Node.js is installed and NuGet has .NET for the browser")],
        ];
    }

    private string Missing(string file, string loss, string cure) => $"{Path.Combine(_folder, file)} is missing, so {loss}; {cure}";

    // Scripts weigh megabytes; a site without diagrams does not carry mermaid. A cell that runs may show whatever there is.
    private static bool IsNeeded(string asset, IReadOnlyCollection<string> html) =>
        html.Any(page => page.Contains($" data-tab=\"{SiteTab.Script}\"", StringComparison.Ordinal))
        || (asset.EndsWith(".js", StringComparison.Ordinal) ? html.Any(page => page.Contains($"\"{asset}\"", StringComparison.Ordinal))
            : !asset.StartsWith("assets/katex/", StringComparison.Ordinal) || html.Any(page => page.Contains("\"assets/katex/", StringComparison.Ordinal)));
}
