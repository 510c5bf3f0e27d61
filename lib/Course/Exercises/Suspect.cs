namespace Course;

/// <summary>A mistake that people make here: what their answer would then return, and what to tell them.</summary>
/// <param name="Value">The value that the mistaken program returns for the case at hand.</param>
/// <param name="Cause">One sentence to the learner.</param>
internal sealed record Suspect(object Value, string Cause);
