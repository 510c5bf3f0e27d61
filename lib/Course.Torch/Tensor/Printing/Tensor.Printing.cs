using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>The style in which <c>str()</c> and <c>print()</c> write; Julia at first.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Style;
        set => PrintOptions.Style = value;
    }

    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, (sci_mode ? "e" : "f") + precision.ToString(CultureInfo.InvariantCulture), linewidth, newLine, maxRows, maxColumns);

    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        PrintOptions.Style = style ?? PrintOptions.Style;
        PrintOptions.Format = floatFormat ?? PrintOptions.Format;
        PrintOptions.Width = linewidth ?? PrintOptions.Width;
        PrintOptions.NewLine = newLine ?? PrintOptions.NewLine;
        PrintOptions.MaxRows = maxRows ?? PrintOptions.MaxRows;
        PrintOptions.MaxColumns = maxColumns ?? PrintOptions.MaxColumns;
    }

    public partial class Tensor
    {
        /// <summary>Shape, type and device: <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() => TensorText.Metadata(this);

        /// <summary>With values, in the style of <c>torch.TensorStringStyle</c>.</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(PrintOptions.Style, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var text = new TensorText(
                fltFormat ?? PrintOptions.Format, width ?? PrintOptions.Width, cultureInfo ?? CultureInfo.InvariantCulture, newLine ?? PrintOptions.NewLine);
            using var apart = DisposeScopeManager.Separate();
            using var quiet = no_grad();
            return (style == TorchSharp.TensorStringStyle.Default ? PrintOptions.Style : style) switch
            {
                TorchSharp.TensorStringStyle.Metadata => TensorText.Metadata(this),
                TorchSharp.TensorStringStyle.Numpy => text.Numpy(this),
                TorchSharp.TensorStringStyle.CSharp => text.CSharp(this),
                _ => text.Julia(this),
            };
        }
    }
}
