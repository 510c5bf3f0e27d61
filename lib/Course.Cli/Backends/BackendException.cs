namespace Course.Cli.Backends;

/// <summary>A backend cannot be had or does not work here; the message says why and what to do.</summary>
internal sealed class BackendException(string message) : Exception(message);
