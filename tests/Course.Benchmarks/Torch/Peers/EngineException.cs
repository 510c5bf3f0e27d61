namespace Course.Benchmarks.Torch;

/// <summary>An engine that this machine does not have, or that does not start on it.</summary>
internal sealed class EngineException(string message) : Exception(message);
