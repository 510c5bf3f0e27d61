namespace Course.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured, how often, on what.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Row(string Name, double Value, string Unit);
