namespace Course.Kernel.Export;

/// <summary>The security policy of every page: its own files, and nothing else that runs.</summary>
internal static class ContentSecurity
{
    /// <summary>The value for a Content-Security-Policy <c>meta</c>.</summary>
    /// <remarks>
    /// No inline script is allowed: charts are data that a file of the site draws. connect-src is none: a page cannot fetch, post or report.
    /// Inline styles are allowed, because charts, formulas and tables are made of them; eval is not, and plotly.js, KaTeX and mermaid do without.
    /// </remarks>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>The value for a page whose cells can run: it may read the site's own files too, such as its notebook.</summary>
    /// <remarks>The worker that compiles and runs has no such policy and needs none on the page: no eval, of WebAssembly neither.</remarks>
    public const string LivePolicy = Policy + "; connect-src 'self'";
}
