namespace Course.Kernel.Export;

/// <summary>A site that cannot be written; the message says what stands in the way and what to do. The old site, if any, is still there.</summary>
public sealed class SiteExportException : Exception
{
    /// <summary>Says why the site cannot be written.</summary>
    /// <param name="message">What was found, what was wanted and how to mend it.</param>
    /// <param name="inner">The error below, if there was one.</param>
    public SiteExportException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
