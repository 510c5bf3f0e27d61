using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The arithmetic behind the transforms.</summary>
internal static class ImageArithmetic
{
    private const double Slack = 1e-3; // 1.0 must land on the largest integer, not beyond it

    public static Tensor CenterCrop(Tensor image, int height, int width)
    {
        var (rows, columns) = (image.shape[^2], image.shape[^1]);
        var (top, left) = ((rows - height) / 2, (columns - width) / 2);
        var (fromRow, fromColumn) = (Math.Max(top, 0), Math.Max(left, 0));
        var (toRow, toColumn) = (Math.Min(top + height, rows), Math.Min(left + width, columns));
        var middle = image.narrow(-2, fromRow, toRow - fromRow).narrow(-1, fromColumn, toColumn - fromColumn);
        long[] border = [fromColumn - left, left + width - toColumn, fromRow - top, top + height - toRow];
        return border.All(size => size == 0) ? middle : nn.functional.pad(middle, border);
    }

    public static Tensor Gray(Tensor image, int outputChannels)
    {
        if (image.ndim < 3 || image.shape[^3] is not (1 or 3))
        {
            throw new ArgumentException($"grey: an image of shape {Layout.Text(image.shape)}; its third dimension from the end must be 3 channels, or 1");
        }

        if (image.shape[^3] == 1)
        {
            return image.alias();
        }

        var grey = ((image.select(-3, 0) * 0.2989) + (image.select(-3, 1) * 0.587) + (image.select(-3, 2) * 0.114)).to_type(image.dtype).unsqueeze(-3);
        if (outputChannels == 1)
        {
            return grey;
        }

        return grey.expand([.. image.shape]); // (…, 1, H, W) → (…, 3, H, W)
    }

    /// <summary>Of each image (C, H, W) by itself; values stay within the type's range, 0 to 1 for floating point.</summary>
    public static Tensor Contrast(Tensor image, double factor)
    {
        var bits = Bits(image.dtype);
        var (values, grey) = bits == 0 ? (image, Gray(image, 1)) : (image.to_type(ScalarType.Float32), Gray(image, 1).to_type(ScalarType.Float32));
        var mean = grey.mean([-3, -2, -1], keepdim: true);
        var mixed = ((values * factor) + (mean * (1 - factor))).clamp(0, bits == 0 ? 1 : Largest(bits));
        return mixed.to_type(image.dtype);
    }

    public static Tensor Convert(Tensor image, ScalarType dtype)
    {
        var (from, to) = (Bits(image.dtype), Bits(dtype));
        return image.dtype == dtype ? image.alias()
            : (from, to) switch
            {
                (0, 0) => image.to_type(dtype),
                (0, _) => FromFraction(image, dtype, to),
                (_, 0) => image.to_type(dtype) / Largest(from),
                _ when from > to => (image / (1L << (from - to))).to_type(dtype),
                _ => image.to_type(dtype) * (1L << (to - from)),
            };
    }

    /// <summary>(C) → (C, 1, 1), which broadcasts over one image and over many.</summary>
    public static Tensor PerChannel(double[] values, ScalarType dtype, Device? device) =>
        tensor(values, dtype, device).reshape(values.Length, 1, 1).DetachFromDisposeScope();

    public static Tensor Normalize(Tensor image, Tensor mean, Tensor deviation) => image.ndim is 3 or 4 && image.shape[^3] == mean.shape[0]
        ? (image - mean) / deviation
        : throw new ArgumentException($"Normalize: an image of shape {Layout.Text(image.shape)} and {mean.shape[0]} mean(s); give one a channel, and (C, H, W) or (N, C, H, W)");

    private static Tensor FromFraction(Tensor image, ScalarType dtype, int bits)
    {
        var digits = image.dtype == ScalarType.Float64 ? 53 : 24;
        return bits <= digits
            ? (image * (Largest(bits) + 1 - Slack)).to_type(dtype)
            : throw new ArgumentException($"ConvertImageDtype: {image.dtype} has too few digits for all values of {dtype}; convert to int16 or smaller");
    }

    private static double Largest(int bits) => Math.Pow(2, bits) - 1;

    // Of the largest value; 0 for floating point.
    private static int Bits(ScalarType type) => type switch
    {
        ScalarType.Byte => 8,
        ScalarType.Int8 => 7,
        ScalarType.Int16 => 15,
        ScalarType.Int32 => 31,
        ScalarType.Int64 => 63,
        ScalarType.Float32 or ScalarType.Float64 => 0,
        _ => throw new ArgumentException($"ConvertImageDtype: {type} is no type for pixels"),
    };
}
