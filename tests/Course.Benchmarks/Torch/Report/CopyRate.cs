namespace Course.Benchmarks.Torch;

/// <summary>How fast memory moves.</summary>
/// <param name="Bytes">Moved by one copy, half of them read, half written.</param>
/// <param name="Rates">Bytes a second, by thread count.</param>
internal sealed record CopyRate(double Bytes, IReadOnlyList<double> Rates);
