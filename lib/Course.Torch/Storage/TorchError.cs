using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What TorchSharp reports from native code; kept an ExternalException so that a catch block works on both.</summary>
internal sealed class TorchError(string message) : ExternalException(message);
