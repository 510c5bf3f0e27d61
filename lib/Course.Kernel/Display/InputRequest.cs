namespace Course.Kernel.Display;

/// <summary>A running cell's question to the person in front of the notebook.</summary>
/// <param name="Prompt">Shown beside the input field; may be empty.</param>
/// <param name="IsPassword">True: the answer is not to be shown.</param>
/// <param name="Cancellation">Cancelled when the cell is interrupted.</param>
public sealed record InputRequest(string Prompt, bool IsPassword, CancellationToken Cancellation);
