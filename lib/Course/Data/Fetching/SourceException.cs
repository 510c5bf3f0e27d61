namespace Course;

/// <summary>One source failed; another one may still deliver.</summary>
internal sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
