namespace Course.Cli.Train;

/// <summary>The machine has no Open MPI; the message says how to get it.</summary>
internal sealed class MpiException(string message) : Exception(message);
