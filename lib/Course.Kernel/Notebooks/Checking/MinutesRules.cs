using System.Globalization;
using System.Text.RegularExpressions;

namespace Course.Kernel.Notebooks.Checking;

/// <summary>The first cell says how long the notebook takes a learner and the machine, and the learner's time agrees with what there is to do.</summary>
internal static partial class MinutesRules
{
    // New users took 70 to 80, 150 to 200, 90, 110 and 200 minutes for 01, 04, 06, 08 and the old 15;
    // with these factors they are estimated at 85, 122, 95, 113 and 184. Code takes its time by the line, not by the cell.
    private const double WordsPerMinute = 150;
    private const double CodeLinesPerMinute = 6;
    private const double MinutesPerExercise = 12;
    private const double Tolerance = 0.2;
    private const int LongestSitting = 90;
    private const string Rule = "minutes";
    private const string Rest = "good place to stop";
    private const string References = "## References";

    internal static IEnumerable<NotebookFinding> Check(NotebookDocument notebook)
    {
        var title = notebook.Cells.FirstOrDefault()?.Source ?? "";
        var header = title.Split('\n').LastOrDefault(line => line.StartsWith('*') && line.EndsWith('*')) ?? "";
        if (!Stated().Match(header).TryGetMinutes(out var stated))
        {
            yield return notebook.Finding(Rule, "the first cell does not say how many minutes the notebook takes", "end it with a line such as *Needs notebook 01. 45 minutes; every cell together runs in 4 s on two cores (laptop tier).*");
            yield break;
        }

        var estimate = Estimate(notebook);
        if (Math.Abs(stated - estimate) > Tolerance * estimate)
        {
            yield return notebook.Finding(Rule, FormattableString.Invariant($"{stated} minutes are stated, and words, code and exercises come to {estimate:0}"), FormattableString.Invariant($"say {Rounded(estimate)} minutes"));
        }

        if (!header.Contains("laptop", StringComparison.Ordinal))
        {
            yield return notebook.Finding(Rule, "the run time is not that of the laptop tier, which editors use", "say \"runs in … on two cores (laptop tier)\"");
        }

        if (stated > LongestSitting && !notebook.CellsOf(CellKind.Markdown).Any(entry => entry.Cell.Source.Contains(Rest, StringComparison.Ordinal)))
        {
            yield return notebook.Finding(Rule, FormattableString.Invariant($"{stated} minutes are more than one sitting of {LongestSitting}"), $"mark \"a {Rest}\" between two parts");
        }
    }

    private static double Estimate(NotebookDocument notebook)
    {
        var words = notebook.CellsOf(CellKind.Markdown).Sum(entry => entry.Cell.Source.Split(References)[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var lines = notebook.CellsOf(CellKind.Code).Sum(entry => entry.Cell.Source.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line)));
        var exercises = notebook.CellsOf(CellKind.Code).Count(entry => entry.Cell.Id.StartsWith("exercise-", StringComparison.Ordinal));
        return (words / WordsPerMinute) + (lines / CodeLinesPerMinute) + (exercises * MinutesPerExercise);
    }

    private static int Rounded(double minutes) => 5 * (int)Math.Round(minutes / 5);

    private static bool TryGetMinutes(this Match match, out int minutes) =>
        int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out minutes);

    [GeneratedRegex(@"\b(\d{1,3}) minutes;")]
    private static partial Regex Stated();
}
