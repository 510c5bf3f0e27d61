namespace Course;

/// <summary>Answers that were given with about the same chance.</summary>
/// <param name="Count">How many there are, at least one.</param>
/// <param name="Said">Mean of the chances that were given.</param>
/// <param name="Came">Share that came true.</param>
public sealed record CalibrationBin(int Count, double Said, double Came);
