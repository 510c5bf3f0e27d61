using System.Globalization;
using Course.Kernel.Session;

namespace Course.Notebooks.Tests.Mutations;

/// <summary>
/// The exercises of one notebook, each with every mutant of its stored solution, in the session of its <see cref="Trial"/>, which has
/// run the cells that the solution stands on; the mutants of an exercise that compile run as one cell, each in a block of its own.
/// </summary>
internal sealed class MutationRun
{
    private const string LimitSlot = "Notebook.CheckLimit";
    private const string Mark = "\u0001";

    // A check that needs this many times what the solution's needs is not going to end.
    private const int Patience = 5;

    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(3);

    private readonly List<MutantResult> _results = [];
    private readonly List<string> _faults = [];

    public IReadOnlyList<MutantResult> Results => _results;

    /// <summary>What kept mutants from being tried.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Tries the mutants of one exercise, at its place among the cells.</summary>
    public void Try(ScriptSession session, CellGraph graph, ExerciseCell exercise, string solution)
    {
        var started = DateTime.UtcNow;
        if (Judge(session, exercise, [new Mutant(0, 0, "none", solution)]) is not [{ Outcome: "right" }])
        {
            _faults.Add($"{exercise.Id}: the stored solution, tried as mutants are, is not right");
            return;
        }

        var limit = Patience * (DateTime.UtcNow - started);
        AppContext.SetData(LimitSlot, limit > LeastLimit ? limit : LeastLimit);
        try
        {
            _results.AddRange(Judge(session, exercise, [.. Compiling(graph, exercise, Mutator.Of(solution))]));
        }
        finally
        {
            AppContext.SetData(LimitSlot, null);
        }
    }

    private static IEnumerable<Mutant> Compiling(CellGraph graph, ExerciseCell exercise, IReadOnlyList<Mutant> mutants)
    {
        var broken = graph.BrokenLines(exercise.Cell, Cell(exercise, mutants));
        var line = 0;
        foreach (var mutant in mutants)
        {
            var (from, to) = (line, line += Block(exercise, mutant).Count(c => c == '\n'));
            if (!broken.Any(at => at >= from && at < to))
            {
                yield return mutant;
            }
        }
    }

    private MutantResult[] Judge(ScriptSession session, ExerciseCell exercise, IReadOnlyList<Mutant> mutants)
    {
        var output = new CellOutput();
        var result = session.Run(Cell(exercise, mutants), output);
        var outcomes = output.Reports.Where(report => (string?)report["kind"] == "exercise").Select(report => (string)report["outcome"]!).ToArray();
        var cards = output.Text.Split(Mark).Where((_, i) => i % 2 == 1).ToArray();
        if (result.Status != CellStatus.Completed || outcomes.Length != mutants.Count || cards.Length != mutants.Count)
        {
            _faults.Add($"{exercise.Id}: {mutants.Count} mutants, {outcomes.Length} outcomes, {cards.Length} cards; {result.Status} {result.Error?.Message}");
        }

        return [.. mutants.Zip(outcomes, cards).Select(judged => new MutantResult(exercise.Id, judged.First, judged.Second, judged.Third))];
    }

    private static string Cell(ExerciseCell exercise, IEnumerable<Mutant> mutants) => string.Concat(mutants.Select(mutant => Block(exercise, mutant)));

    // #line: errors name the line of the solution, as they would in a learner's cell.
    private static string Block(ExerciseCell exercise, Mutant mutant) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\n#line 1\n{mutant.Code}\nConsole.WriteLine(\"{Mark}\" + {exercise.CheckLine} + \"{Mark}\");\n}}\n");
}
