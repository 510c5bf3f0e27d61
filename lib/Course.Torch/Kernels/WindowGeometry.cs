namespace TorchSharp.Kernels;

/// <summary>Windows that slide over a plane: sizes, steps, padding and dilation per axis, and how many windows result.</summary>
internal readonly record struct WindowGeometry(
    int Height, int Width, int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth,
    int PadHeight, int PadWidth, int DilationHeight, int DilationWidth, int OutHeight, int OutWidth)
{
    public int Plane => Height * Width;

    public int OutPlane => OutHeight * OutWidth;

    public int Kernel => KernelHeight * KernelWidth;

    /// <summary>Windows along one axis; with ceil a last one may hang over the end, but must start inside.</summary>
    public static long Windows(long size, long kernel, long stride, long pad, long dilation, bool ceil)
    {
        var room = size + (2 * pad) - (dilation * (kernel - 1)) - 1;
        var count = (room / stride) + 1 + (ceil && room % stride > 0 ? 1 : 0);
        if (ceil && (count - 1) * stride >= size + pad)
        {
            count--;
        }

        return room < 0 ? 0 : count;
    }
}
