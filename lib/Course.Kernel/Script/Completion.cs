namespace Course.Kernel.Script;

/// <summary>What may stand at a place in the code.</summary>
/// <param name="Matches">In alphabetical order.</param>
/// <param name="Start">Start of the text that a match replaces.</param>
/// <param name="End">Its end.</param>
internal sealed record Completion(IReadOnlyList<CompletionMatch> Matches, int Start, int End);
