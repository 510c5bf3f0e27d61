namespace Course.Kernel.Formatting;

/// <summary>One value in several mime types.</summary>
/// <param name="Data">Mime type → text; for <c>application/json</c> and <c>+json</c> types the text is JSON, for images base64.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Data);
