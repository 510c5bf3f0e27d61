using System.Globalization;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;
using Course.Kernel.Running;
using Course.Kernel.Session;

namespace Course.Cli.Grading;

/// <summary>Runs one learner's notebook and hears its checks.</summary>
/// <param name="copy">What runs.</param>
/// <param name="run">Runs it, in a process of its own.</param>
internal sealed class NotebookTrial(WorkingCopy copy, Func<NotebookDocument, NotebookRun> run)
{
    // A cell that ends the process takes the checks after it along; without it they are heard. Whoever has three such cells is done.
    private const int MostRuns = 3;
    private const int LongestText = 4_000;

    private readonly Dictionary<string, ExerciseGrade> _grades = [];
    private readonly Dictionary<string, string> _culprits = [];
    private readonly List<string> _remarks = [];

    /// <summary>Runs it, and again without a cell that ended it.</summary>
    /// <param name="path">Where the notebook seems to stand.</param>
    internal (IReadOnlyList<ExerciseGrade> Exercises, IReadOnlyList<string> Remarks) Run(string path)
    {
        for (var attempt = 0; attempt < MostRuns; attempt++)
        {
            var document = copy.Document(path, _culprits.Keys.ToHashSet());
            var ended = run(document);
            Hear(document, ended);
            if (ended.Status == RunStatus.Interrupted || !(BlameHoarder(document) || (ended.Error is { } error && Blame(document, error))))
            {
                break;
            }
        }

        return ([.. copy.Exercises.Select(Grade)], _remarks);
    }

    private void Hear(NotebookDocument document, NotebookRun ended)
    {
        foreach (var (index, cell) in document.Cells.Index())
        {
            if (copy.Cells.First(planned => planned.Key == cell.Id).Checks is { } id && ended.Cells.FirstOrDefault(started => started.Number == index + 1) is { Status: { } status })
            {
                var planned = copy.Exercises.First(exercise => exercise.Exercise.Id == id);
                var reports = ended.Reports.Where(report => report.Cell == index);
                _grades[id] = status == CellStatus.Completed ? Heard(planned, Testimony.Of(id, reports, cell.Outputs)) : Unasked(planned, document, cell);
            }
        }
    }

    private static ExerciseGrade Heard(PlannedExercise planned, Testimony testimony) => testimony.Outcome is { } outcome
        ? new(planned.Exercise.Id, outcome, Shortened(testimony.Why), planned.Answer)
        : new(planned.Exercise.Id, Outcome.Held, testimony.Why, planned.Answer) { Remarks = [testimony.Why] };

    // The reason is in the answer's cell, if that failed; else the check found nothing by that name.
    private static ExerciseGrade Unasked(PlannedExercise planned, NotebookDocument document, NotebookCell check)
    {
        var answer = document.Cells.FirstOrDefault(cell => cell.Id == planned.AnswerKey);
        var why = (answer is null ? null : ErrorIn(answer)) ?? ErrorIn(check) ?? "the check did not end";
        return new(planned.Exercise.Id, Outcome.Failed, why, planned.Answer);
    }

    private static string? ErrorIn(NotebookCell cell) => cell.Outputs.LastOrDefault(output => Text(output["output_type"]) == "error") is { } error
        ? Shortened($"{Text(error["ename"])}: {Text(error["evalue"])}")
        : null;

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + " …";

    // What it had gathered stays with its variables, and all cells after it fail for want of memory.
    private bool BlameHoarder(NotebookDocument document) =>
        document.Cells.FirstOrDefault(cell => cell.Outputs.Any(output => Text(output["ename"]).EndsWith(nameof(OutOfMemoryException), StringComparison.Ordinal))) is { } hoarder
        && Blame(document, new RunError(nameof(OutOfMemoryException), "it took all the memory that a notebook may have", document.Cells.IndexOf(hoarder) + 1, hoarder.Id));

    /// <returns>False if no cell can be blamed, so that another run would end as this one.</returns>
    private bool Blame(NotebookDocument document, RunError error)
    {
        var culprit = document.Cells.FirstOrDefault(cell => cell.Id == error.CellId);
        if (culprit is null || error.Cell is null || !_culprits.TryAdd(culprit.Id, error.Message))
        {
            _remarks.Add($"the run ended before its first cell: {error.Message}");
            return false;
        }

        var planned = copy.Cells.First(cell => cell.Key == culprit.Id);
        _remarks.Add(planned.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"cell {number} was left out of a second run: {error.Message}") : $"{PlaceOf(planned)} was left out of a second run: {error.Message}");
        return true;
    }

    private static string PlaceOf(PlannedCell cell) => cell.Checks is { } id ? $"the check of {id}" : $"the course's {cell.Key}";

    private ExerciseGrade Grade(PlannedExercise planned)
    {
        var id = planned.Exercise.Id;
        var stopped = new[] { $"check-{id}", planned.AnswerKey }.Select(key => key is null ? null : _culprits.GetValueOrDefault(key)).FirstOrDefault(reason => reason is not null);
        var grade = planned.State == CheckState.Absent ? new ExerciseGrade(id, Outcome.Removed, "Neither the answer nor its check is in the file.", "")
            : stopped is not null ? new ExerciseGrade(id, Outcome.Stopped, stopped, planned.Answer)
            : _grades.GetValueOrDefault(id) ?? new ExerciseGrade(id, Outcome.NotReached, "The notebook's run ended before this exercise.", planned.Answer);
        return planned.State switch
        {
            CheckState.Changed => grade with { Remarks = [.. grade.Remarks, "the check was changed; the course's own was asked"] },
            CheckState.Removed => grade with { Remarks = [.. grade.Remarks, "the check was removed; the course's own was asked"] },
            _ => grade,
        };
    }
}
