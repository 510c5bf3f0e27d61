using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Script;

/// <summary>Cell code that compiled.</summary>
/// <param name="Compilation">What later cells build on.</param>
/// <param name="Entry">Runs it over the slots of all submissions so far; null when there is nothing to run, as with only <c>using</c> lines.</param>
/// <param name="EndsInValue">Tells whether it ends in an expression without a semicolon whose value is to be shown, null included.</param>
/// <param name="IsKept">True if later cells may refer to what it declares or brings.</param>
internal sealed record Submission(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Entry, Func<bool> EndsInValue, bool IsKept);
