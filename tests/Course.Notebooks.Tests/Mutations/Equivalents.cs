namespace Course.Notebooks.Tests.Mutations;

/// <summary>Mutants that are right answers as well, each with its reason: Mutations/equivalents.txt, "01-2 | 3:12 `a` → `b` | reason".</summary>
internal static class Equivalents
{
    private static readonly Lazy<IReadOnlyDictionary<(string Exercise, string Mutant), string>> Listed = new(Read);

    public static IReadOnlyDictionary<(string Exercise, string Mutant), string> All => Listed.Value;

    private static Dictionary<(string Exercise, string Mutant), string> Read() =>
        File.ReadLines(Path.Combine(Checkout.Root, "tests", "Course.Notebooks.Tests", "Mutations", "equivalents.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | "))
            .ToDictionary(parts => (parts[0], string.Join(" | ", parts[1..^1])), parts => parts[^1]);
}
