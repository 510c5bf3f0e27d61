using System.Text.Json.Nodes;
using Course.Browser.Tests.Support;
using Course.Kernel.Notebooks;

namespace Course.Browser.Tests.Jupyter;

/// <summary>The course in Debian's Jupyter Notebook, with our kernel, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class JupyterNotebookTests(Chromium browser, JupyterServer jupyter) : IClassFixture<JupyterServer>
{
    public static TheoryData<string> Notebooks => [.. JupyterHome.Chosen];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_RunSavedAndReloaded_ShowsItsCharts(string name)
    {
        int charts;
        await using (var page = await JupyterPage.OpenAsync(browser, jupyter.Address(name)))
        {
            Assert.False(await page.Page.EvaluateAsync<bool>("() => Jupyter.notebook.dirty"), "opening it alone left something to save");
            await page.RunAllAsync();
            Assert.Empty(await page.ErrorsAsync());
            charts = await page.ChartOutputsAsync();
            Assert.True(charts > 0, "no chart among the outputs");
            await page.ChartsDrawnAsync(charts);
            await page.SaveAsync();

            await page.ReloadAsync();
            Assert.Equal(charts, await page.ChartOutputsAsync());
            await page.ChartsDrawnAsync(charts);
            Assert.Empty(page.RequestsAway);
            Assert.Empty(page.Missing);
            Assert.Equal(Metadata(Path.Combine(Checkout.Notebooks, name)), Metadata(Path.Combine(jupyter.Notebooks, name)));
            await page.PictureAsync(name);
        }

        await ShowsPicturesUntrustedAsync(name, charts);
    }

    // The notebooks that do not run here have charts too: one of each kind, as saved outputs.
    [Fact]
    public async Task Charts_OfEveryKind_AreDrawnWhereTrustedAndPicturesElsewhere()
    {
        var name = SpecimenNotebook.Write(jupyter.Notebooks);
        await ShowsPicturesUntrustedAsync(name, SpecimenNotebook.Charts);

        jupyter.Trust(name);
        await using var page = await JupyterPage.OpenAsync(browser, jupyter.Address(name));
        Assert.Equal(SpecimenNotebook.Charts, await page.ChartOutputsAsync());
        await page.ChartsDrawnAsync(SpecimenNotebook.Charts);
        Assert.Empty(page.RequestsAway);
    }

    [Fact]
    public async Task Completion_AndShiftTab_KnowEarlierCells()
    {
        await using var page = await JupyterPage.OpenAsync(browser, jupyter.Address(Scratch("assistance")));
        await page.TypeCellAsync("var flippers = new[] { 1.5, 2 };");
        await page.RunCellAsync();

        await page.TypeCellAsync("flippers.Leng");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.UntilAsync("() => Jupyter.notebook.get_selected_cell().get_text() === 'flippers.Length'");
        await page.TypeCellAsync("Math.Sqrt");
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        await page.UntilAsync("() => { const t = document.querySelector('#tooltip'); return t && t.textContent.includes('Sqrt(double') && t.textContent.includes('square root'); }");
    }

    [Fact]
    public async Task EndlessLoop_StoppedByTheButton_LetsTheNotebookGoOn()
    {
        await using var page = await JupyterPage.OpenAsync(browser, jupyter.Address(Scratch("endless")));
        await page.TypeCellAsync("var n = 0L;");
        await page.RunCellAsync();
        await page.TypeCellAsync("Console.WriteLine(\"going\"); while (true) { n++; }");
        await page.RunCellAsync(wait: false);
        await page.UntilAsync("() => Jupyter.notebook.get_selected_cell().output_area.element.text().includes('going')");

        await page.StopAsync();
        await page.UntilAsync("() => Jupyter.notebook.get_selected_cell().output_area.element.text().includes('Interrupted')");
        await page.TypeCellAsync("n > 0");
        await page.RunCellAsync();
        await page.UntilAsync("() => Jupyter.notebook.get_selected_cell().output_area.element.text().includes('True')");
    }

    [Fact]
    public async Task Restart_AndRunAll_StartsAnew()
    {
        await using var page = await JupyterPage.OpenAsync(browser, jupyter.Address(Scratch("restart")));
        await page.TypeCellAsync("System.Environment.ProcessId");
        await page.RunCellAsync();
        await page.UntilAsync("() => Jupyter.notebook.get_selected_cell().output_area.element.text().trim().length > 1");
        var before = await page.LastOutputAsync();

        await page.RestartAndRunAllAsync();
        await page.UntilAsync("() => Jupyter.notebook.get_cell(Jupyter.notebook.ncells() - 1).output_area.element.text().trim().length > 1");
        Assert.NotEqual(before, await page.LastOutputAsync());
    }

    // A change from outside takes the trust away: no script runs, and the pictures inside the HTML are what a reader sees.
    private async Task ShowsPicturesUntrustedAsync(string name, int charts)
    {
        var saved = await File.ReadAllTextAsync(Path.Combine(jupyter.Notebooks, name));
        var strange = "strange-" + name;
        await File.WriteAllTextAsync(Path.Combine(jupyter.Notebooks, strange), saved.Replace("\"# ", "\"#  ", StringComparison.Ordinal));
        await using var page = await JupyterPage.OpenAsync(browser, jupyter.Address(strange));

        Assert.False(await page.Page.EvaluateAsync<bool>("() => !!Jupyter.notebook.trusted"));
        await page.UntilAsync(
            $"() => {{ const all = [...document.querySelectorAll('.output img')].filter(i => i.src.startsWith('data:image/')); return all.length >= {charts} && all.every(i => i.complete && i.naturalWidth > 20 && i.getBoundingClientRect().width > 20); }}");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => document.querySelectorAll('.output .js-plotly-plot, .output script').length"));
    }

    // By key: Jupyter sorts them.
    private static SortedDictionary<string, string> Metadata(string path) =>
        new(NotebookDocument.Load(path).Metadata.ToDictionary(entry => entry.Key, entry => Sorted(entry.Value)), StringComparer.Ordinal);

    private static string Sorted(JsonNode? node) => node is JsonObject fields
        ? $"{{{string.Join(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{Sorted(field.Value)}"))}}}"
        : node?.ToJsonString() ?? "null";

    private string Scratch(string name)
    {
        File.WriteAllText(Path.Combine(jupyter.Notebooks, name + ".ipynb"), """
            {"cells":[],"metadata":{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}},"nbformat":4,"nbformat_minor":5}
            """);
        return name + ".ipynb";
    }
}
