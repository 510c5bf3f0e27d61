namespace Course.Serve.Digits;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">(H, W, 4) red, green, blue, alpha.</param>
internal sealed record RgbaImage(int Width, int Height, byte[] Pixels);
