namespace Course.Serve;

/// <summary>What <c>course serve</c> wants.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Host">Address or name on which to listen.</param>
/// <param name="Port">0: the first free one from the usual one on.</param>
/// <param name="Fonts">Folder of the site's fonts, if there is one.</param>
internal sealed record ServeOrder(string Model, string Host, int Port, string? Fonts);
