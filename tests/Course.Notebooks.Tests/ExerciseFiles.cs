using System.Text.RegularExpressions;

namespace Course.Notebooks.Tests;

/// <summary>What the checkout holds for one exercise: class, stored solution, planted wrong answers. Found by file names, so that the library is loaded by notebooks alone.</summary>
/// <param name="Id">"01-2".</param>
/// <param name="Solution">Text of the stored solution; null when there is none.</param>
/// <param name="Right">Other right answers, in order of their file names.</param>
/// <param name="Wrong">The planted wrong answers, likewise.</param>
internal sealed partial record ExerciseFiles(string Id, string? Solution, IReadOnlyList<PlantedAnswer> Right, IReadOnlyList<PlantedAnswer> Wrong)
{
    /// <summary>All exercises that have a class in the library, or a solution, or an answer: whichever is there without the others is a mistake to report.</summary>
    public static IReadOnlyList<ExerciseFiles> Of(string notebook)
    {
        var ids = ClassIds(notebook).Concat(FileIds(Checkout.Exercises)).Concat(FileIds(Checkout.Answers))
            .Where(id => id.StartsWith(notebook + "-", StringComparison.Ordinal));
        return [.. ids.Distinct().Order(StringComparer.Ordinal).Select(Read)];
    }

    /// <summary>Ids of the exercise classes of one notebook.</summary>
    public static IEnumerable<string> ClassIds(string notebook) =>
        Directory.EnumerateFiles(Checkout.Exercises, $"Exercise{notebook}_*.cs", SearchOption.AllDirectories)
            .Select(file => ClassFile().Match(Path.GetFileName(file)))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups[1]}-{match.Groups[2]}");

    private static IEnumerable<string> FileIds(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => TextFile().Match(Path.GetFileName(file)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

    private static ExerciseFiles Read(string id)
    {
        var solution = Directory.EnumerateFiles(Checkout.Exercises, $"{id}.solution.cs", SearchOption.AllDirectories).FirstOrDefault();
        return new ExerciseFiles(id, solution is null ? null : File.ReadAllText(solution).Trim(), Planted(id, "right"), Planted(id, "wrong"));
    }

    private static PlantedAnswer[] Planted(string id, string kind) =>
        [.. Directory.EnumerateFiles(Checkout.Answers, $"{id}.{kind}-*.cs").Order(StringComparer.Ordinal).Select(PlantedAnswer.Load)];

    [GeneratedRegex(@"^Exercise(\d\d)_(\d+)\.cs$")]
    private static partial Regex ClassFile();

    [GeneratedRegex(@"^(\d\d-\d+)\.(solution|right-\d+|wrong-\d+)\.cs$")]
    private static partial Regex TextFile();
}
