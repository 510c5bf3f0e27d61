using System.Globalization;
using Course.Kernel.Directives;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Notebooks;
using Course.Kernel.Packages;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

internal sealed partial class CellRunner
{
    private readonly Stack<string> _imports = new();

    private async Task RunStepsAsync(string code, string cell)
    {
        _sources.Add(cell, code);
        try
        {
            await new CellSteps(this, cell).RunAsync(CellParser.Parse(code, _compiler.ParseOptions));
        }
        catch (MissingPackageException missing)
        {
            _place.Tell(StreamName.Output, missing.Message);
        }
    }

    /// <summary>One cell, or one of an imported file: its directives and its code, in order.</summary>
    private sealed class CellSteps(CellRunner runner, string cell) : IDirectiveHost
    {
        private bool _showsElapsedTime;
        private Task _import = Task.CompletedTask;

        public async Task RunAsync(IReadOnlyList<CellStep> steps)
        {
            var started = runner._place.Time.GetTimestamp();
            try
            {
                foreach (var step in steps.Where(ComesFirst).ToList())
                {
                    await ObeyAsync(step, isLast: false);
                }

                for (var i = 0; i < steps.Count; i++)
                {
                    if (!ComesFirst(steps[i]))
                    {
                        await ObeyAsync(steps[i], isLast: i == steps.Count - 1);
                    }
                }
            }
            finally
            {
                if (_showsElapsedTime)
                {
                    var elapsed = runner._place.Time.GetElapsedTime(started);
                    runner._display.Show("Wall time: " + elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + "ms");
                }
            }
        }

        public void AddReference(string target, int line, bool isOptional) => runner._references.Add(target, line, isOptional);

        public void AddPackageSource(string target, int line) => runner._references.AddSource(target, line);

        public void ShowElapsedTime() => _showsElapsedTime = true;

        public void Show(MimeBundle data) => runner._display.Show(data);

        // Awaited by who obeys the directive: its cells may await.
        public void Import(string path, int line)
        {
            var file = Path.GetFullPath(path, runner._place.Folder);
            if (!File.Exists(file))
            {
                throw new DirectiveException($"There is no file {file}. #!import starts from the notebook's folder.", line);
            }

            if (runner._imports.Contains(file))
            {
                throw new DirectiveException($"{path} imports itself, over {runner._imports.Count} files.", line);
            }

            _import = ImportAsync(file, line);
        }

        private async Task ImportAsync(string file, int line)
        {
            runner._imports.Push(file);
            try
            {
                foreach (var (code, name) in CellsOf(file, line))
                {
                    await runner.RunStepsAsync(code, name);
                }
            }
            finally
            {
                runner._imports.Pop();
            }
        }

        private async Task ObeyAsync(CellStep step, bool isLast)
        {
            if (step is CellStep.Code code)
            {
                await runner.RunSubmissionAsync(code.Text, cell, isLast);
                return;
            }

            ((CellStep.Order)step).Call.Obey(this);
            await _import;
            _import = Task.CompletedTask;
        }

        private static bool ComesFirst(CellStep step) => step is CellStep.Order { Call.Directive.ComesFirst: true };

        private static IEnumerable<(string Code, string Name)> CellsOf(string path, int line) =>
            Path.GetExtension(path) switch
            {
                ".cs" or ".csx" => [(File.ReadAllText(path), path)],
                ".ipynb" => NotebookDocument.Load(path).Cells
                    .Where(cell => cell.Kind == CellKind.Code)
                    .Select((cell, index) => (cell.Runnable, $"{Path.GetFileName(path)} cell {index + 1}")),
                var other => throw new DirectiveException($"#!import takes .cs, .csx and .ipynb files, not {other}.", line),
            };
    }
}
