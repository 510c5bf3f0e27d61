namespace Course.Serve.Digits;

/// <summary>A grey picture: 0 is paper, 1 is the strongest ink.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">(H, W).</param>
internal sealed record Plane(int Width, int Height, float[] Values)
{
    internal float this[int x, int y] => Values[(y * Width) + x];
}
