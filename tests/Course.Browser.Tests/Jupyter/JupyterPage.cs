using Course.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Course.Browser.Tests.Jupyter;

/// <summary>A notebook open in Jupyter, driven by its buttons and menus.</summary>
internal sealed class JupyterPage : IAsyncDisposable
{
    private const string Connected = "() => window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()";
    private const string AllRun = "() => Jupyter.notebook.get_cells().every(c => c.cell_type !== 'code' || !c.get_text().trim() || Number.isInteger(c.input_prompt_number))";
    private const string Charts = "[...document.querySelectorAll('.output [data-chart]')]";
    private const float Patience = 400_000; // notebook 16 on a slow machine

    private readonly Visit _visit;

    private JupyterPage(Visit visit) => _visit = visit;

    internal IPage Page => _visit.Page;

    /// <summary>Addresses that are not this machine's.</summary>
    internal IEnumerable<string> RequestsAway => _visit.Requests.Where(url => url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Host != "127.0.0.1");

    /// <summary>What it asked for in vain, but for the widgets of 2015, which <c>course lab</c> serves.</summary>
    internal IEnumerable<string> Missing => _visit.Missing.Where(url => !url.Contains("widgets/notebook/js/extension", StringComparison.Ordinal));

    internal static async Task<JupyterPage> OpenAsync(Chromium browser, string address)
    {
        var page = new JupyterPage(await browser.OpenAsync(address));
        await page.UntilAsync(Connected);
        return page;
    }

    internal async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await UntilAsync(Connected);
    }

    internal async Task RunAllAsync()
    {
        await Page.ClickAsync("#celllink");
        await Page.ClickAsync("#run_all_cells a");
        await UntilAsync(AllRun);
        await OutputsThereAsync();
    }

    internal async Task RestartAndRunAllAsync()
    {
        await Page.ClickAsync("#kernellink");
        await Page.ClickAsync("#restart_run_all a");
        await Page.ClickAsync(".modal.in .btn-danger");
        await UntilAsync("() => Jupyter.notebook.get_cells().some(c => c.cell_type === 'code' && c.get_text().trim() && !Number.isInteger(c.input_prompt_number))");
        await UntilAsync(AllRun);
        await OutputsThereAsync();
    }

    // Replies may be there long before the outputs, which come on another socket and wait while charts are drawn: one more output comes after them.
    private async Task OutputsThereAsync() => await Page.EvaluateAsync(
        "() => new Promise(done => Jupyter.notebook.kernel.execute('System.Console.Write(1);', { iopub: { output: () => done() } }, { silent: false, store_history: false }))");

    internal async Task SaveAsync()
    {
        await Page.ClickAsync("button[data-jupyter-action='jupyter-notebook:save-notebook']");
        await UntilAsync("() => !Jupyter.notebook.dirty && document.querySelector('.autosave_status').textContent.includes('autosaved') || document.querySelector('#notification_notebook').textContent.includes('saved')");
    }

    internal Task StopAsync() => Page.ClickAsync("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");

    /// <summary>Types a new last cell and leaves the cursor in it.</summary>
    internal async Task TypeCellAsync(string code)
    {
        await Page.EvaluateAsync("() => { Jupyter.notebook.insert_cell_at_bottom('code'); Jupyter.notebook.select(Jupyter.notebook.ncells() - 1); Jupyter.notebook.edit_mode(); }");
        await Page.Keyboard.InsertTextAsync(code);
    }

    internal Task<string> LastCellAsync() => Page.EvaluateAsync<string>("() => Jupyter.notebook.get_cell(-1 + Jupyter.notebook.ncells()).get_text()");

    internal Task<string> LastOutputAsync() => Page.EvaluateAsync<string>("() => Jupyter.notebook.get_cell(-1 + Jupyter.notebook.ncells()).output_area.element.text()");

    /// <summary>Runs the cell with the cursor and waits for its answer.</summary>
    internal async Task RunCellAsync(bool wait = true)
    {
        await Page.Keyboard.PressAsync("Control+Enter");
        if (wait)
        {
            await UntilAsync("() => Number.isInteger(Jupyter.notebook.get_selected_cell().input_prompt_number)");
        }
    }

    /// <summary>The outputs that are charts, as the notebook's JSON counts them.</summary>
    internal Task<int> ChartOutputsAsync() => Page.EvaluateAsync<int>(
        "() => Jupyter.notebook.toJSON().cells.flatMap(c => c.outputs || []).filter(o => o.data && [].concat(o.data['text/html'] || '').join('').includes('data-chart=')).length");

    /// <summary>Waits until so many charts are drawn by their script, each with a size.</summary>
    internal Task ChartsDrawnAsync(int count) => UntilAsync(
        $"() => {Charts}.length >= {count} && {Charts}.every(root => root.courseChart && [...root.querySelectorAll('[data-panel]')].every(p => (!p.classList.contains('js-plotly-plot') || p._fullLayout) && p.getBoundingClientRect().width > 40))");

    internal Task<string[]> ErrorsAsync() => Page.EvaluateAsync<string[]>(
        "() => Jupyter.notebook.toJSON().cells.flatMap(c => c.outputs || []).filter(o => o.output_type === 'error').map(o => o.ename + ': ' + o.evalue)");

    /// <summary>Waits until something is true in the page.</summary>
    internal async Task UntilAsync(string condition)
    {
        try
        {
            await Page.WaitForFunctionAsync(condition, null, new PageWaitForFunctionOptions { Timeout = Patience, PollingInterval = 50 });
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"not true after {Patience / 1000} s: {condition}");
        }
    }

    /// <summary>For a person to look at: a picture of the first chart and what is around it, if COURSE_PICTURES names a folder.</summary>
    internal async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("COURSE_PICTURES") is { Length: > 0 } folder)
        {
            await Page.EvaluateAsync($"() => {Charts}[0].scrollIntoView({{ block: 'center' }})");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, Path.ChangeExtension(name, ".png")) });
        }
    }

    /// <summary>Ends the kernel, then the page.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.EvaluateAsync("() => new Promise(done => Jupyter.notebook.session ? Jupyter.notebook.session.delete(() => done(), () => done()) : done())");
        await _visit.DisposeAsync();
    }
}
