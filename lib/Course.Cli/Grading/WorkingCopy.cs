using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Cli.Grading;

/// <summary>A learner's notebook as it is run: their own code cells in their order, the course's checks in place of theirs, and cells of the course that they removed.</summary>
internal sealed class WorkingCopy
{
    private readonly CourseNotebook _course;
    private readonly List<(NotebookCell Cell, int Number, string Key, string Code)> _given;
    private readonly List<PlannedCell> _cells = [];
    private readonly List<string> _restored = [];

    /// <summary>Plans the run.</summary>
    /// <param name="course">The notebook that this is a copy of.</param>
    /// <param name="learners">The learner's file; it stays as it is.</param>
    internal WorkingCopy(CourseNotebook course, NotebookDocument learners)
    {
        _course = course;
        _given = [.. learners.Cells.Index().Where(entry => entry.Item.Kind == CellKind.Code)
            .Select(entry => (entry.Item, entry.Index + 1, $"learner-{entry.Index + 1}", WithoutChecks(entry.Item)))];
        Exercises = [.. course.Exercises.Select(Find)];
        Plan();
    }

    internal IReadOnlyList<PlannedExercise> Exercises { get; }

    /// <summary>All cells, in order.</summary>
    internal IReadOnlyList<PlannedCell> Cells => _cells;

    /// <summary>Ids of the course's cells that the learner's file lacks and that run all the same.</summary>
    internal IReadOnlyList<string> Restored => _restored;

    /// <summary>The learner's own code: what stands in no notebook of the course like that.</summary>
    internal IEnumerable<PlannedCell> OwnCode => _given.Where(given => !_course.Has(given.Cell.Source) && !IsOtherLanguage(given.Cell)).Select(given => new PlannedCell(given.Key, given.Cell.Source, given.Number));

    /// <summary>The notebook to run.</summary>
    /// <param name="path">Where it seems to stand: its folder is where it runs.</param>
    /// <param name="without">Keys of cells to leave out.</param>
    internal NotebookDocument Document(string path, IReadOnlySet<string> without)
    {
        var document = new NotebookDocument { Path = path };
        foreach (var cell in _cells.Where(cell => !without.Contains(cell.Key)))
        {
            document.Cells.Add(new NotebookCell
            {
                Id = cell.Key,
                Kind = CellKind.Code,
                Source = cell.Source,
                Metadata = new JsonObject { ["tags"] = new JsonArray(NotebookCell.MayFailTag) }, // one error is not the end of a notebook
            });
        }

        return document;
    }

    private static string WithoutChecks(NotebookCell cell) =>
        new NotebookCell { Id = cell.Id, Kind = cell.Kind, Source = CheckCall.Without(cell.Source), Metadata = (JsonObject)cell.Metadata.DeepClone() }.Runnable;

    // An answer may stand in the exercise's cell, in one that was added and checks it, or, where both are gone, wherever its function is.
    private PlannedExercise Find(CourseExercise exercise)
    {
        var checking = _given.Where(given => CheckCall.In(given.Cell.Source).Any(call => call.Id == exercise.Id)).ToList();
        var places = _given.Where(given => given.Cell.Id == exercise.CellId || checking.Contains(given)).ToList();
        if (places.Count == 0)
        {
            places = [.. _given.Where(given => !_course.Has(given.Cell.Source) && Declares(given.Code, exercise))];
        }

        if (places.Count == 0)
        {
            return new(exercise, CheckState.Absent, null, "");
        }

        var answer = places.Where(given => Declares(given.Code, exercise)).DefaultIfEmpty(places[^1]).Last();
        var calls = places.SelectMany(given => CheckCall.In(given.Cell.Source)).ToList();
        var state = calls.Exists(call => call.Text == exercise.CheckText) ? CheckState.Untouched : calls.Count > 0 ? CheckState.Changed : CheckState.Removed;
        return new(exercise, state, places[^1].Key, answer.Code.TrimEnd());
    }

    // html, markdown, javascript: text, which a run without a reader does nothing with.
    private static bool IsOtherLanguage(NotebookCell cell) => ((string[])["#!html", "#!markdown", "#!mermaid", "#!javascript", "#!js"]).Any(mark => cell.Runnable.StartsWith(mark, StringComparison.Ordinal));

    private static bool Declares(string code, CourseExercise exercise) => CourseExercise.DeclaredIn(code).Intersect(exercise.Functions).Any();

    private void Plan()
    {
        var redeclared = OwnCode.SelectMany(cell => CourseExercise.DeclaredIn(cell.Source)).ToHashSet();
        if (_course.SetUp is { } setUp && _given.FirstOrDefault().Cell?.Source is var first && (first is null || CourseNotebook.Plain(first) != CourseNotebook.Plain(setUp.Source)))
        {
            _cells.Add(new PlannedCell("course-" + setUp.Id, setUp.Source)); // the library is the course's, whatever else is loaded
        }

        if (_course.SetUp is { } absent && !IsThere(absent))
        {
            Restore(after: null);
        }

        foreach (var (cell, number, key, code) in _given)
        {
            if (code.Trim().Length > 0 && !(CourseNotebook.IsOptional(cell.Source) && _course.Has(cell.Source)))
            {
                _cells.Add(new PlannedCell(key, code, number));
            }

            foreach (var planned in Exercises.Where(planned => planned.AnswerKey == key))
            {
                AddCheck(planned, redeclared);
            }

            Restore(after: cell);
        }
    }

    private void AddCheck(PlannedExercise planned, HashSet<string> redeclared)
    {
        var exercise = planned.Exercise;
        foreach (var (index, helper) in exercise.Helpers.Index().Where(helper => helper.Item.Names.Any(redeclared.Contains)))
        {
            _cells.Add(new PlannedCell($"helper-{exercise.Id}-{index}", helper.Source));
        }

        _cells.Add(new PlannedCell($"check-{exercise.Id}", exercise.TrustedCheck(planned.Answer), Checks: exercise.Id));
    }

    /// <summary>Puts in the cells of the course that follow one there and are not in the learner's file, by their id or their text.</summary>
    private void Restore(NotebookCell? after)
    {
        var place = after is null ? 0 : _course.Cells.Index().Where(entry => Is(entry.Item, after)).Select(entry => entry.Index).DefaultIfEmpty(-1).First();
        for (var i = place + 1; place >= 0 && i < _course.Cells.Count && !IsThere(_course.Cells[i]); i++)
        {
            var cell = _course.Cells[i];
            if (!CourseNotebook.IsOptional(cell.Source) && !_course.Exercises.Any(exercise => exercise.CellId == cell.Id) && !_restored.Contains(cell.Id))
            {
                _restored.Add(cell.Id);
                _cells.Add(new PlannedCell("course-" + cell.Id, cell.Source));
            }
        }
    }

    private bool IsThere(NotebookCell cell) => _given.Exists(given => Is(cell, given.Cell));

    private static bool Is(NotebookCell course, NotebookCell given) => course.Id == given.Id || CourseNotebook.Plain(course.Source) == CourseNotebook.Plain(given.Source);
}
