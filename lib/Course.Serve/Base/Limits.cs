namespace Course.Serve;

/// <summary>How much the server takes at once; each is told in the API's description and answered with 413 or 503.</summary>
internal static class Limits
{
    /// <summary>Inputs in one request.</summary>
    internal const int Inputs = 128;

    /// <summary>Bytes of one request: 128 digits as JSON with eight characters a pixel, twice over.</summary>
    internal const int BodyBytes = 2_000_000;

    /// <summary>Pixels of a picture: a PNG file promises any size, and 16 million take 64 MB.</summary>
    internal const long PicturePixels = 16_000_000;

    /// <summary>Requests that wait for the model; the next one is sent away.</summary>
    internal const int Waiting = 256;
}
