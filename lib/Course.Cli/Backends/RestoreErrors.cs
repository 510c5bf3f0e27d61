using System.Text.RegularExpressions;

namespace Course.Cli.Backends;

/// <summary>What NuGet said, as one sentence with its cure.</summary>
internal static partial class RestoreErrors
{
    /// <param name="package">What was asked for: id and version.</param>
    /// <param name="said">All output of the restore.</param>
    internal static string Explain(string package, string said)
    {
        var error = ErrorLine().Match(said);
        var detail = error.Success ? $" (NuGet: {error.Groups["text"].Value.Trim().TrimEnd('.')})" : "";
        return error.Groups["code"].Value switch
        {
            "NU1100" or "NU1101" => $"{package} cannot be had: none of this machine's package sources has all of it{detail}. Name a folder or address that does with --source.",
            "NU1102" or "NU1103" => $"{package} cannot be had: there is no such version{detail}. Choose one with --version.",
            "NU1301" => $"{package} cannot be had: a package source does not answer{detail}. Try again with a network, or name a folder that has the packages with --source.",
            _ => $"{package} cannot be restored:\n{said.Trim()}",
        };
    }

    // …/Course.csproj : error NU1101: Unable to find package … [/root/…/Course.csproj]
    [GeneratedRegex(@"error (?<code>NU\d+): (?<text>[^\r\n\[]*)")]
    private static partial Regex ErrorLine();
}
