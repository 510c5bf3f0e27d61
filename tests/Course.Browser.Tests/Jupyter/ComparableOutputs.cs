using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Kernel.Notebooks;

namespace Course.Browser.Tests.Jupyter;

/// <summary>
/// The outputs of an executed notebook in a form that two runs share. Ids that are made anew count as equal, and so do the
/// folders of a learner's files. An output that names a unit of time, speed or memory was measured: of it the words must
/// agree, not the numbers, nor what is drawn from them.
/// Writes to the same stream that follow each other are one.
/// </summary>
internal static partial class ComparableOutputs
{
    /// <summary>One text for each output, with the number of its cell.</summary>
    public static IReadOnlyList<string> Of(string path) =>
        [.. NotebookDocument.Load(path).Cells.SelectMany((cell, index) => Joined(cell.Outputs).Select(output => $"cell {index}: {Normal(output)}"))];

    private static IEnumerable<string> Joined(IEnumerable<JsonNode?> outputs)
    {
        var (stream, text) = ("", "");
        foreach (var output in outputs.Select(output => output!))
        {
            var name = (string?)output["name"] ?? "";
            if (name != stream && stream.Length > 0)
            {
                yield return $"{stream}: {text}";
                text = "";
            }

            stream = name;
            if (name.Length > 0)
            {
                text += Text(output["text"]);
            }
            else
            {
                yield return $"{output["output_type"]} {output["ename"]} {output["evalue"]} {Data(output["data"] as JsonObject)}";
            }
        }

        if (stream.Length > 0)
        {
            yield return $"{stream}: {text}";
        }
    }

    private static string Data(JsonObject? data) =>
        string.Join('\n', (data ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Text(pair.Value)}"));

    // nbformat allows a text to be a list of lines.
    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : node?.ToString() ?? "";

    private static string Normal(string output)
    {
        var text = Folder().Replace(Id().Replace(output, "ID"), "FOLDER/");
        return Measured().IsMatch(text)
            ? Blank().Replace(Number().Replace(Drawing().Replace(text, "DRAWING"), "#"), " ")
            : text;
    }

    [GeneratedRegex("[0-9A-Fa-f]{16,32}(?![0-9A-Za-z+/=])")]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![\w/<])/(?:[\w.-]+/)+")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\bseconds\b|\((ms|s|µs|&#181;s)\)|\d (ms|s|µs|&#181;s|GB|MB)\b|GFLOP/s|times as fast")]
    private static partial Regex Measured();

    [GeneratedRegex("base64,[^\"]*|<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex(@"-?\d[\d.,]*([eE][-+]?\d+)?[\u2007\u2008]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
