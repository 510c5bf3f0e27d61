namespace Course;

/// <summary>One layer of a <see cref="Patient"/>: its weights, and the slopes that the patient's backward pass claims.</summary>
/// <param name="Number">1 is nearest the input.</param>
/// <param name="W">(outputs, inputs); the patient's loss follows a change.</param>
/// <param name="B">(outputs); the patient's loss follows a change.</param>
/// <param name="ClaimedW">The claimed slopes of W, in its shape.</param>
/// <param name="ClaimedB">The claimed slopes of B, in its shape.</param>
public sealed record PatientLayer(int Number, double[][] W, double[] B, double[][] ClaimedW, double[] ClaimedB);
