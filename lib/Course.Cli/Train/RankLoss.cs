using System.Globalization;
using System.Text.RegularExpressions;

namespace Course.Cli.Train;

/// <summary>Which rank died, and of what: from its own last line, else from what mpirun noticed.</summary>
internal static partial class RankLoss
{
    /// <summary>Begins a rank's last line on standard error.</summary>
    internal const string Mark = "course: rank ";

    private const int SignalBase = 128;   // mpirun ends with 128 + the signal that killed a rank

    /// <summary>A sentence for the learner.</summary>
    /// <param name="said">All that ranks and mpirun wrote to standard error.</param>
    /// <param name="code">mpirun's exit code, not 0.</param>
    internal static string Describe(string said, int code)
    {
        var words = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal)) is { } own)
        {
            return own["course: ".Length..];
        }

        if (Killed().Match(said) is { Success: true } killed)
        {
            return $"rank {killed.Groups[1].Value} was killed by signal {killed.Groups[2].Value}{Name(killed.Groups[2].Value)}";
        }

        return code > SignalBase ? $"a rank was killed by signal {(code - SignalBase).ToString(CultureInfo.InvariantCulture)}"
            : $"mpirun ended with code {code.ToString(CultureInfo.InvariantCulture)}: {words.FirstOrDefault(line => line.Any(char.IsLetter)) ?? "it said nothing"}";
    }

    private static string Name(string signal) => signal switch
    {
        "9" => " (kill -9, or out of memory)",
        "11" => " (a fault in native code)",
        "15" => " (asked to end)",
        _ => "",
    };

    [GeneratedRegex(@"process rank (\d+).*?signal (\d+)", RegexOptions.Singleline)]
    private static partial Regex Killed();
}
