namespace Course.Browser.Tests.Support;

/// <summary>The course's own site, as the one run of <see cref="ExecutedCourse"/> left it, served on loopback.</summary>
public sealed class CourseSite : IDisposable
{
    private readonly StaticServer _server = new(ExecutedCourse.Site);

    /// <summary>The pages but the index, as the committed notebooks have them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file) + ".html").Order(StringComparer.Ordinal)];

    /// <summary>The site's address, with a slash at its end.</summary>
    public string Address => _server.Address;

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
