using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>What is done to images before a network sees them. Draws, where there are any, come from torch's generator.</summary>
    public static class transforms
    {
        /// <summary>One after the other.</summary>
        public static ITransform Compose(params ITransform[] transforms) =>
            new Transform(image => transforms.Aggregate(image, (at, transform) => transform.call(at)));

        /// <summary>Any function.</summary>
        public static ITransform Lambda(Func<Tensor, Tensor> lambda) => new Transform(lambda);

        /// <summary>The middle; zeros around an image that is smaller.</summary>
        public static ITransform CenterCrop(int height, int width) => new Transform(image => ImageArithmetic.CenterCrop(image, height, width));

        /// <summary>The middle square; zeros around an image that is smaller.</summary>
        public static ITransform CenterCrop(int size) => CenterCrop(size, size);

        /// <summary>Another element type, the full range of one onto that of the other; 0 to 1 for floating point.</summary>
        public static ITransform ConvertImageDtype(ScalarType dtype) => new Transform(image => ImageArithmetic.Convert(image, dtype));

        /// <summary>Red, green and blue weighed into one grey channel, or into three equal ones. A grey image stays as it is.</summary>
        /// <param name="outputChannels">1 or 3.</param>
        public static ITransform Grayscale(int outputChannels = 1) => outputChannels is 1 or 3
            ? new Transform(image => ImageArithmetic.Gray(image, outputChannels))
            : throw new ArgumentException($"Grayscale: {outputChannels} output channels; give 1 or 3", nameof(outputChannels));

        /// <summary>Left becomes right.</summary>
        public static ITransform HorizontalFlip() => new Transform(image => image.flip(-1));

        /// <summary>Top becomes bottom.</summary>
        public static ITransform VerticalFlip() => new Transform(image => image.flip(-2));

        /// <summary>Left becomes right, with probability <paramref name="p"/>; one draw for all that it is called with.</summary>
        public static ITransform RandomHorizontalFlip(double p = 0.5) => Sometimes(HorizontalFlip(), p);

        /// <summary>Top becomes bottom, with probability <paramref name="p"/>; one draw for all that it is called with.</summary>
        public static ITransform RandomVerticalFlip(double p = 0.5) => Sometimes(VerticalFlip(), p);

        /// <summary>Turned counter-clockwise.</summary>
        /// <param name="angle">Degrees.</param>
        /// <param name="interpolation">Nearest or Bilinear.</param>
        /// <param name="expand">Large enough for all of the turned image, instead of the size it had.</param>
        /// <param name="center">Column and row about which it turns; null: the middle.</param>
        /// <param name="fill">What comes in from outside, one number or one a channel; null: 0.</param>
        public static ITransform Rotate(
            float angle, InterpolationMode interpolation = InterpolationMode.Nearest, bool expand = false, (int, int)? center = null, IList<float>? fill = null) =>
            new Transform(image => Rotation.Turn(image, angle, interpolation, expand, center, fill));

        /// <summary>Away from the mean grey, or towards it: 0 is grey all over, 1 leaves the image as it is.</summary>
        /// <param name="contrast_factor">0 or above.</param>
        public static ITransform AdjustContrast(double contrast_factor) => contrast_factor >= 0
            ? new Transform(image => ImageArithmetic.Contrast(image, contrast_factor))
            : throw new ArgumentException($"AdjustContrast: factor {contrast_factor}; give 0 or more", nameof(contrast_factor));

        /// <summary>(x − mean) / standard deviation, channel by channel, of (N, C, rows, columns) or (C, rows, columns).</summary>
        /// <param name="means">One a channel.</param>
        /// <param name="stdevs">One a channel.</param>
        /// <param name="dtype">In which the two are kept.</param>
        /// <param name="device">On which the two are kept.</param>
        public static ITransform Normalize(double[] means, double[] stdevs, ScalarType dtype = ScalarType.Float32, Device? device = null)
        {
            ArgumentNullException.ThrowIfNull(means);
            ArgumentNullException.ThrowIfNull(stdevs);
            if (means.Length != stdevs.Length)
            {
                throw new ArgumentException($"Normalize: {means.Length} means and {stdevs.Length} standard deviations; give one of each a channel");
            }

            var (mean, deviation) = (ImageArithmetic.PerChannel(means, dtype, device), ImageArithmetic.PerChannel(stdevs, dtype, device));
            return new Transform(image => ImageArithmetic.Normalize(image, mean, deviation));
        }

        /// <summary>A border, as <c>nn.functional.pad</c> has it: left, right, top, bottom.</summary>
        public static ITransform Pad(long[] padding, PaddingModes mode = PaddingModes.Constant, double fill = 0) =>
            new Transform(image => nn.functional.pad(image, padding, mode, fill));

        private static Transform Sometimes(ITransform transform, double p) => new(image =>
        {
            using var draw = rand(1);
            return draw.item<float>() < p ? transform.call(image) : image;
        });
    }
}
