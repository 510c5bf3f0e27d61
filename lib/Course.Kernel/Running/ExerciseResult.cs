namespace Course.Kernel.Running;

/// <summary>What an exercise's check said.</summary>
/// <param name="Id">The exercise's id, such as <c>01-2</c>.</param>
/// <param name="Outcome"><c>right</c>, <c>wrong</c>, <c>threw</c> or <c>not attempted</c>.</param>
public sealed record ExerciseResult(string Id, string Outcome);
