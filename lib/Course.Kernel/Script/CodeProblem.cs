namespace Course.Kernel.Script;

/// <summary>What the compiler has against a piece of code that is not run yet.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends; after the start, so that there is something to underline.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Message">The compiler's sentence, and what helps where we know it.</param>
internal sealed record CodeProblem(int Start, int End, string Severity, string Message);
