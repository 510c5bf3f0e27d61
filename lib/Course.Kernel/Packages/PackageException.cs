using System.Diagnostics.CodeAnalysis;

namespace Course.Kernel.Packages;

/// <summary>A package cannot be had; the message says what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A message is always given.")]
internal sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
