using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Tells compile errors with the learner's line and a caret under the place.</summary>
internal static class CompileErrorReport
{
    private const int MaxErrors = 8;

    public static CellError Create(CompilationFailedException failure, SourceLines sources)
    {
        var errors = failure.Errors
            .OrderBy(error => error.Location.GetMappedLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)
            .ToList();
        var lines = errors.Take(MaxErrors).SelectMany(error => Describe(error, failure, sources)).ToList();
        if (errors.Count > MaxErrors)
        {
            lines.Add($"… and {errors.Count - MaxErrors} more errors.");
        }

        if (failure.Lacking.Count > 0)
        {
            lines.Add($"What is not known here may be in {string.Join(" and ", failure.Lacking)}, which could not be loaded. With a network, run the cell again.");
        }

        var first = errors[0];
        var position = first.Location.GetLineSpan().StartLinePosition;
        var known = first.Location.IsInSource;
        return new CellError(
            "CompilationError",
            $"{first.Id}: {Text(first)}",
            lines,
            known ? position.Line + 1 : null,
            known ? position.Character + 1 : null);
    }

    private static IEnumerable<string> Describe(Diagnostic error, CompilationFailedException failure, SourceLines sources)
    {
        if (!error.Location.IsInSource)
        {
            yield return $"error {error.Id}: {Text(error)}";
            yield break;
        }

        var span = error.Location.GetLineSpan();
        var (line, column) = (span.StartLinePosition.Line, span.StartLinePosition.Character);
        yield return $"{SourceLines.Show(span.Path)}, line {line + 1}, column {column + 1}: error {error.Id}: {Text(error)}";
        var code = sources.Line(span.Path, line + 1);
        if (code.Length > 0)
        {
            var indent = code.Length - code.TrimStart().Length;
            var end = span.EndLinePosition.Line == line ? span.EndLinePosition.Character : code.Length;
            var width = Math.Max(1, Math.Min(end, code.Length) - column);
            yield return "    " + code[indent..];
            yield return new string(' ', 4 + Math.Max(0, column - indent)) + new string('^', width);
        }

        if ((MissingUsing.Suggest(error, failure.Compilation) ?? Advice.For(error, Text(error), code)) is { } suggestion)
        {
            yield return "    " + suggestion;
        }
    }

    private static string Text(Diagnostic error) => error.GetMessage(CultureInfo.InvariantCulture);
}
