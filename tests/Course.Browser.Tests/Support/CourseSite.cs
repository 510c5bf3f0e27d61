namespace Course.Browser.Tests.Support;

/// <summary>The course's own site, as the one run of <see cref="ExecutedCourse"/> left it, served on loopback.</summary>
public sealed class CourseSite : IDisposable
{
    private readonly Lazy<StaticServer> _server = new(() => new StaticServer(ExecutedCourse.Site)); // tests of other pages need no course

    /// <summary>The pages but the index, as the committed notebooks have them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file) + ".html").Order(StringComparer.Ordinal)];

    /// <summary>The site's address, with a slash at its end.</summary>
    public string Address => _server.Value.Address;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
