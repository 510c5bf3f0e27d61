using System.Text.Json;
using Course.Kernel.Export;
using Course.Kernel.Notebooks;

namespace Course.Browser.Tests.Support;

/// <summary>The fixture notebooks as a site: every kind of output, independent of the course's notebooks.</summary>
public sealed class SpecimenSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-specimen-").FullName;
    private readonly StaticServer _server;

    /// <summary>Exports and serves it.</summary>
    public SpecimenSite()
    {
        var fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");
        var notebooks = Directory.GetFiles(fixtures, "*.ipynb").Select(Load).ToList();
        Folder = Path.Combine(_folder, "site");
        var web = Path.Combine(Checkout.Cli, "web");
        Assert.Null(Course.Cli.DiagramScript.Ensure(web)); // one of them has diagrams
        SiteExporter.Export(notebooks, Folder, new SiteOptions { WebAssets = web });
        _server = new StaticServer(Folder);
    }

    /// <summary>The site on disk.</summary>
    public string Folder { get; }

    /// <summary>The site's address, with a slash at its end.</summary>
    public string Address => _server.Address;

    // Only a chart with our own script, as it is today, is drawn.
    private static NotebookDocument Load(string fixture)
    {
        var script = JsonEncodedText.Encode(ChartScript.Inline("@")).ToString().Split('@');
        return NotebookDocument.Parse(fixture, File.ReadAllText(fixture).Replace("({{chart.js}})(", script[0], StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
