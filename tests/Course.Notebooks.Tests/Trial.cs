using System.Collections.Concurrent;
using Course.Kernel.Notebooks;
using Course.Kernel.Session;
using Course.Notebooks.Tests.Mutations;

namespace Course.Notebooks.Tests;

/// <summary>
/// One notebook's exercises, each with every planted wrong answer, the stored solution and its mutants. Of the notebook run only the
/// cells that an answer stands on (see <see cref="CellGraph"/>), each once, at its place among the others.
/// </summary>
internal sealed class Trial
{
    private static readonly ConcurrentDictionary<string, Lazy<Trial>> Trials = new();

    private readonly List<string> _faults = [];
    private readonly List<string> _cells = [];

    private Trial()
    {
    }

    /// <summary>Answers that a check judged otherwise than it should, and cells that they stand on and that did not run.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The ids of the cells that ran as they stand.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>What the checks said of the mutants.</summary>
    public MutationRun Mutations { get; } = new();

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
        var graph = new CellGraph(notebook);
        var trial = new Trial();
        var exercises = Exercises(notebook, file[..2]);
        var needed = exercises.SelectMany(each => Answer.All(each.Value.Cell, each.Value.Files).SelectMany(answer => graph.Below(each.Key, answer.Code))).ToHashSet();
        foreach (var cell in notebook.Cells)
        {
            if (exercises.TryGetValue(cell, out var exercise))
            {
                trial.Try(session, graph, exercise.Cell, exercise.Files);
            }

            if (needed.Contains(cell))
            {
                trial.RunAsItStands(session, cell);
            }
        }

        return trial;
    }

    private static Dictionary<NotebookCell, (ExerciseCell Cell, ExerciseFiles Files)> Exercises(NotebookDocument notebook, string number)
    {
        var files = ExerciseFiles.Of(number).ToDictionary(exercise => exercise.Id);
        return notebook.Cells
            .Select(ExerciseCell.From)
            .OfType<ExerciseCell>()
            .Where(exercise => exercise.CheckLine is not null && files.ContainsKey(exercise.Id))
            .ToDictionary(exercise => exercise.Cell, exercise => (exercise, files[exercise.Id]));
    }

    private void Try(ScriptSession session, CellGraph graph, ExerciseCell exercise, ExerciseFiles files)
    {
        foreach (var answer in Answer.All(exercise, files))
        {
            Try(session, answer);
        }

        if (files.Solution is { } solution)
        {
            Mutations.Try(session, graph, exercise, solution);
        }
    }

    private void Try(ScriptSession session, Answer answer)
    {
        var output = new CellOutput();
        var result = session.Run(answer.Code, output);
        var outcome = output.OutcomeOf(answer.Exercise.Id) ?? result.Error?.Message ?? "no report";
        if (outcome != answer.Wanted)
        {
            _faults.Add($"{answer.Exercise.Id}, {answer.Name}: wanted \"{answer.Wanted}\", got \"{outcome}\"\n{output.Text}");
        }
        else if (answer.Words is not null && !output.Text.Contains(answer.Words, StringComparison.Ordinal))
        {
            _faults.Add($"{answer.Exercise.Id}, {answer.Name}: the card should say \"{answer.Words}\" and says\n{output.Text}");
        }
    }

    private void RunAsItStands(ScriptSession session, NotebookCell cell)
    {
        _cells.Add(cell.Id);
        var result = session.Run(cell.Source, new CellOutput());
        if (result.Status != CellStatus.Completed)
        {
            _faults.Add($"{cell.Id}, on which an exercise stands: {result.Status}\n{string.Join('\n', result.Error!.Traceback)}\n\n{cell.Source}");
        }
    }
}
