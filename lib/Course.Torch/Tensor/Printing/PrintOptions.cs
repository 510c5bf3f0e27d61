namespace TorchSharp;

/// <summary>What <c>torch.set_printoptions</c> sets.</summary>
internal static class PrintOptions
{
    public static TensorStringStyle Style { get; set; } = TensorStringStyle.Julia;

    public static string Format { get; set; } = "g5";

    public static int Width { get; set; } = 100;

    public static string NewLine { get; set; } = "\n";

    public static int MaxRows { get; set; } = 6;

    public static int MaxColumns { get; set; } = 6;
}
