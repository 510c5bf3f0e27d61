using System.Globalization;
using System.Text;

namespace Course.Notebooks.Tests.Mutations;

/// <summary>artifacts/tests/mutations.md: a table of the exercises, then each mutant that was not killed, or killed without a cause.</summary>
internal static class MutationReport
{
    private static readonly SortedDictionary<string, IReadOnlyList<MutantResult>> Notebooks = [];
    private static readonly Lock Gate = new();

    /// <summary>Adds a notebook's results and writes the report anew.</summary>
    public static void Add(string file, IReadOnlyList<MutantResult> results)
    {
        lock (Gate)
        {
            Notebooks[file] = results;
            var folder = Path.Combine(Checkout.Root, "artifacts", "tests");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "mutations.md"), Text([.. Notebooks.Values.SelectMany(list => list)]));
        }
    }

    private static string Text(MutantResult[] results)
    {
        var text = new StringBuilder("# Mutants of the stored solutions\n\n| exercise | mutants | killed | equivalent | with a cause |\n|---|---|---|---|---|\n");
        foreach (var exercise in results.GroupBy(result => result.Exercise))
        {
            text.Append(Row(exercise.Key, [.. exercise]));
        }

        text.Append(Row("all", results));
        text.Append("\n## Not killed\n\n").AppendJoin('\n', results.Where(result => !result.IsKilled).Select(Line));
        text.Append("\n\n## Killed without a cause\n\n").AppendJoin('\n', results.Where(result => result.IsKilled && result.Cause is null).Select(Line));
        text.Append("\n\n## Killed with a cause\n\n").AppendJoin('\n', results.Where(result => result.IsKilled && result.Cause is not null).Select(Line));
        return text.Append('\n').ToString();
    }

    private static string Row(string name, MutantResult[] results) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {results.Length} | {results.Count(result => result.IsKilled)} | {results.Count(result => !result.IsKilled && Equivalents.All.ContainsKey((result.Exercise, result.Mutant.Name)))} | {results.Count(result => result.IsKilled && result.Cause is not null)} |\n");

    private static string Line(MutantResult result) =>
        $"- {result.Exercise} | {result.Mutant.Name}" + (result.Cause is { } cause ? $" | {cause}"
            : Equivalents.All.TryGetValue((result.Exercise, result.Mutant.Name), out var reason) ? $" | equivalent: {reason}" : "");
}
