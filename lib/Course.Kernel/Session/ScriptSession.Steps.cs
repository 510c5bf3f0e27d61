using System.Globalization;
using Course.Kernel.Directives;
using Course.Kernel.Display;
using Course.Kernel.Formatting;
using Course.Kernel.Notebooks;
using Course.Kernel.Packages;
using Course.Kernel.Script;

namespace Course.Kernel.Session;

public sealed partial class ScriptSession
{
    private readonly Stack<string> _imports = new();

    private void RunSteps(string code, string cell)
    {
        _sources.Add(cell, code);
        try
        {
            new CellSteps(this, cell).Run(CellParser.Parse(code, _compiler.ParseOptions));
        }
        catch (MissingPackageException missing)
        {
            _output.Write(events: null, StreamName.Output, missing.Message);
        }
    }

    /// <summary>One cell, or one of an imported file: its directives and its code, in order.</summary>
    private sealed class CellSteps(ScriptSession session, string cell) : IDirectiveHost
    {
        private bool _showsElapsedTime;

        public void Run(IReadOnlyList<CellStep> steps)
        {
            var started = session._options.Time.GetTimestamp();
            try
            {
                foreach (var step in steps.Where(ComesFirst).ToList())
                {
                    Obey(step, isLast: false);
                }

                for (var i = 0; i < steps.Count; i++)
                {
                    if (!ComesFirst(steps[i]))
                    {
                        Obey(steps[i], isLast: i == steps.Count - 1);
                    }
                }
            }
            finally
            {
                if (_showsElapsedTime)
                {
                    var elapsed = session._options.Time.GetElapsedTime(started);
                    session._display.Show("Wall time: " + elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + "ms");
                }
            }
        }

        public void AddReference(string target, int line, bool isOptional) => session._references.Add(target, line, isOptional);

        public void AddPackageSource(string target, int line) => session._references.AddSource(target, line);

        public void ShowElapsedTime() => _showsElapsedTime = true;

        public void Show(MimeBundle data) => session._display.Show(data);

        public void Import(string path, int line)
        {
            var file = Path.GetFullPath(path, session._options.WorkingDirectory);
            if (!File.Exists(file))
            {
                throw new DirectiveException($"There is no file {file}. #!import starts from the notebook's folder.", line);
            }

            if (session._imports.Contains(file))
            {
                throw new DirectiveException($"{path} imports itself, over {session._imports.Count} files.", line);
            }

            session._imports.Push(file);
            try
            {
                foreach (var (code, name) in CellsOf(file, line))
                {
                    session.RunSteps(code, name);
                }
            }
            finally
            {
                session._imports.Pop();
            }
        }

        private void Obey(CellStep step, bool isLast)
        {
            if (step is CellStep.Code code)
            {
                session.RunSubmission(code.Text, cell, isLast);
            }
            else
            {
                ((CellStep.Order)step).Call.Obey(this);
            }
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
