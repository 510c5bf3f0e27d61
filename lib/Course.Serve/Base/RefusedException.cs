namespace Course.Serve;

/// <summary>A request that is not answered as it was meant; the message says what was given, what is wanted, and how to mend it.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="sentence">For whoever asked.</param>
internal sealed class RefusedException(int status, string sentence) : Exception(sentence)
{
    internal int Status => status;
}
