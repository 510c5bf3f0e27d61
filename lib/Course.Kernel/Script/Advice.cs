using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>What to write instead, for mistakes whose message does not say it.</summary>
internal static class Advice
{
    private static readonly (string Error, string Word, string Text)[] Rows =
    [
        ("CS1579", "Tensor", "A tensor is no sequence. Row by row: foreach (var row in x.unbind(0)); number by number: foreach (var v in x.data<float>())"),
        ("CS0104", "TensorStringStyle", "The type and torch's setting have the same name; write TorchSharp.TensorStringStyle"),
        ("CS0229", "TensorStringStyle", "The type and torch's setting have the same name; write TorchSharp.TensorStringStyle"),
    ];

    /// <summary>A sentence; null where there is nothing to add.</summary>
    /// <param name="error">The compiler's.</param>
    /// <param name="text">Its message.</param>
    /// <param name="code">The learner's line.</param>
    public static string? For(Diagnostic error, string text, string code) =>
        Rows.FirstOrDefault(row => row.Error == error.Id && text.Contains(row.Word, StringComparison.Ordinal)).Text ?? UsingBlock(code);

    // A script has no end at which the compiler could dispose of it.
    private static string? UsingBlock(string code) =>
        code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["using", not "static", not "=", "=", ..]
            ? $"In a cell write using (…) {{ }}: {code.Trim().TrimEnd(';').Replace("using ", "using (", StringComparison.Ordinal)}) {{ … }}"
            : null;
}
