using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;
using Course.Kernel.Session;

namespace Course.Notebooks.Tests;

/// <summary>
/// One execution of one notebook that settles everything about it: each exercise cell runs with every planted wrong answer, with the stored
/// solution, and last as it stands, so that the cells after it see an unsolved notebook.
/// </summary>
internal sealed class Trial
{
    private static readonly ConcurrentDictionary<string, Lazy<Trial>> Trials = new();

    private readonly List<string> _failures = [];
    private readonly List<string> _exerciseFaults = [];
    private readonly List<JsonObject> _reports = [];

    private Trial()
    {
    }

    /// <summary>Cells that did not run to their end, with why.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Answers that a check judged otherwise than it should.</summary>
    public IReadOnlyList<string> ExerciseFaults => _exerciseFaults;

    /// <summary>Reports of one kind, from the run as it stands.</summary>
    public IEnumerable<JsonObject> Reports(string kind) => _reports.Where(report => (string?)report["kind"] == kind);

    /// <summary>The trial of a notebook; it runs once, however many tests ask.</summary>
    public static Trial Of(string file) => Trials.GetOrAdd(file, name => new Lazy<Trial>(() => Run(name))).Value;

    private static Trial Run(string file)
    {
        using var learner = new FreshLearner();
        var notebook = NotebookDocument.Load(Path.Combine(Checkout.Notebooks, file));
        using var session = new ScriptSession(new SessionOptions
        {
            WorkingDirectory = Checkout.Notebooks,
            PackageOverrides = new Dictionary<string, string> { ["Course"] = Checkout.CoursePackage },
        });
        var trial = new Trial();
        var files = ExerciseFiles.Of(file[..2]).ToDictionary(exercise => exercise.Id);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            if (ExerciseCell.From(cell) is { CheckLine: not null } exercise && files.TryGetValue(exercise.Id, out var answers))
            {
                trial.TryAnswers(session, exercise, answers);
            }

            trial.RunAsItStands(session, cell);
        }

        return trial;
    }

    private void TryAnswers(ScriptSession session, ExerciseCell cell, ExerciseFiles files)
    {
        foreach (var wrong in files.Wrong)
        {
            Try(session, cell, wrong.Name, wrong.Code, "wrong", wrong.Expected);
        }

        if (files.Solution is { } solution)
        {
            Try(session, cell, "the stored solution", solution, "right", null);
        }
    }

    private void Try(ScriptSession session, ExerciseCell cell, string name, string answer, string wanted, string? words)
    {
        var output = new CellOutput();
        var result = session.Run(cell.With(answer), output);
        var outcome = OutcomeIn(output, cell.Id) ?? result.Error?.Message ?? "no report";
        if (outcome != wanted)
        {
            _exerciseFaults.Add($"{cell.Id}, {name}: wanted \"{wanted}\", got \"{outcome}\"\n{output.Text}");
        }
        else if (words is not null && !output.Text.Contains(words, StringComparison.Ordinal))
        {
            _exerciseFaults.Add($"{cell.Id}, {name}: the card should say \"{words}\" and says\n{output.Text}");
        }
    }

    private void RunAsItStands(ScriptSession session, NotebookCell cell)
    {
        var output = new CellOutput();
        var result = session.Run(cell.Source, output);
        _reports.AddRange(output.Reports);
        if (result.Status != CellStatus.Completed)
        {
            _failures.Add($"{cell.Id}: {result.Status}\n{string.Join('\n', result.Error!.Traceback)}\n\n{cell.Source}");
        }

        if (ExerciseCell.From(cell) is { } exercise && OutcomeIn(output, exercise.Id) is var outcome && outcome != "not attempted")
        {
            _exerciseFaults.Add($"{exercise.Id}, as it stands: wanted \"not attempted\", got \"{outcome ?? "no report"}\"\n{output.Text}");
        }
    }

    private static string? OutcomeIn(CellOutput output, string id) => output.Reports
        .Where(report => (string?)report["kind"] == "exercise" && (string?)report["id"] == id)
        .Select(report => (string?)report["outcome"])
        .LastOrDefault();
}
