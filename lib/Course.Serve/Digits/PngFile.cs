using Microsoft.AspNetCore.Http;
using StbImageSharp;
using static System.FormattableString;

namespace Course.Serve.Digits;

/// <summary>From the bytes of a PNG file to its pixels.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="RefusedException">No PNG, damaged, or too large.</exception>
    internal static RgbaImage Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, file.Length == 0 ? "The body is empty; send a PNG file as it is." : "The body is no PNG file; send one as it is, not as text and not in a form.");
        }

        try
        {
            CheckSize(file);
            PngData.Check(file);
            var image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
            return new RgbaImage(image.Width, image.Height, image.Data);
        }
        catch (Exception e) when (e is not RefusedException) // a decoder throws whatever a broken file makes it meet
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, "The PNG file is damaged or cut off: it cannot be decoded to its end.");
        }
    }

    private static void CheckSize(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        if (ImageInfo.FromStream(stream) is { } info && (long)info.Width * info.Height > Limits.PicturePixels)
        {
            throw new RefusedException(
                StatusCodes.Status413PayloadTooLarge,
                Invariant($"The picture has {info.Width:N0} × {info.Height:N0} pixels; {Limits.PicturePixels:N0} in all are read. Send a smaller one: the model sees 28 × 28."));
        }
    }
}
