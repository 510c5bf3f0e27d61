using Microsoft.AspNetCore.Http;

namespace Course.Serve.Api;

/// <summary>What every answer says to a browser: only files of this server run, and nobody frames it.</summary>
internal static class SecurityHeaders
{
    /// <summary>No inline script and no inline style; the page's script reaches this server and nobody else.</summary>
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache"; // the next model has another page
        return next(context);
    }
}
