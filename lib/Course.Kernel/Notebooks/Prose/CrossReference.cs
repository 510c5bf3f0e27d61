using System.Text.RegularExpressions;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>A place of the course that prose names: "notebook 05", "exercises 04-1 to 04-3".</summary>
/// <param name="Index">Where it stands in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Id">Two digits for a notebook, <c>04-1</c> for an exercise.</param>
internal sealed partial record CrossReference(int Index, int Length, string Id)
{
    /// <summary>Whether it names an exercise.</summary>
    internal bool IsExercise => Id.Length > 2;

    /// <summary>All in a text, in order. The first of a list takes its noun along.</summary>
    internal static IEnumerable<CrossReference> In(string text)
    {
        foreach (Match list in ListPattern().Matches(text))
        {
            foreach (var (i, id) in list.Groups["id"].Captures.Index())
            {
                var start = i == 0 ? list.Index : id.Index;
                yield return new CrossReference(start, id.Index + id.Length - start, id.Value);
            }
        }
    }

    [GeneratedRegex(@"\b(?:[Nn]otebooks? (?<id>\d\d)(?:(?:, and |, | and | to |–)(?<id>\d\d))*|[Ee]xercises? (?<id>\d\d-\d)(?:(?:, and |, | and | to |–)(?<id>\d\d-\d))*)\b(?!-)")]
    private static partial Regex ListPattern();
}
