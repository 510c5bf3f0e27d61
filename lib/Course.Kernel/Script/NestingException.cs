using System.Diagnostics.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Code is nested so deeply that the compiler would take the process down.</summary>
/// <param name="line">1-based.</param>
[SuppressMessage("Design", "CA1032", Justification = "A line is always given.")]
internal sealed class NestingException(int line)
    : Exception($"The code is nested more than {Nesting.Deepest} levels deep from here on, which the compiler does not bear. Split it into several statements or functions.")
{
    public int Line { get; } = line;

    /// <summary>Throws for code that the compiler would not bear.</summary>
    public static void ThrowIfTooDeep(string code)
    {
        if (Nesting.Line(code) is { } line)
        {
            throw new NestingException(line);
        }
    }
}
