using System.Diagnostics.CodeAnalysis;

namespace Course.Kernel.Jupyter.Zmtp;

/// <summary>The other side does not speak ZMTP 3.</summary>
[SuppressMessage("Design", "CA1032", Justification = "A reason is always given.")]
internal sealed class ZmtpException(string message) : Exception(message);
