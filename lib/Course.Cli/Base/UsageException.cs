namespace Course.Cli;

/// <summary>What was asked for cannot be done as asked; the message says what would.</summary>
internal sealed class UsageException(string message) : Exception(message);
