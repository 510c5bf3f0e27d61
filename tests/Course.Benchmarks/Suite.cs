namespace Course.Benchmarks;

/// <summary>Measurements of one part of the course.</summary>
/// <param name="Heading">Printed above the rows; may be empty.</param>
/// <param name="Run">Yields rows as they are measured.</param>
internal sealed record Suite(string Heading, Func<IEnumerable<IRow>> Run);
