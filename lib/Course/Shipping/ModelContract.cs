using System.Text.Json.Serialization;

namespace Course;

/// <summary>What a model takes and what its answers mean: all that somebody needs who has the file and has not seen the training.</summary>
/// <param name="Name">What it is called, for people.</param>
/// <param name="Input">The shape of one example, without the batch: 1, 28, 28 for a grey picture.</param>
/// <param name="Labels">What each logit stands for, in order.</param>
/// <param name="Mean">Of the ink in training, where 0 is paper and 1 is ink.</param>
/// <param name="Deviation">Its standard deviation: the model takes (pixel / 255 − mean) / deviation.</param>
public sealed record ModelContract(string Name, long[] Input, string[] Labels, float Mean, float Deviation)
{
    /// <summary>How many numbers an example has: 784 for 1, 28, 28.</summary>
    [JsonIgnore]
    public int Size => (int)Input.Aggregate(1L, (all, size) => all * size);

    /// <summary>Grey values as the model wants them: (pixel / 255 − mean) / deviation.</summary>
    /// <param name="pixels">0 = paper, 255 = ink; one example or several, one after the other.</param>
    public float[] Scaled(ReadOnlySpan<byte> pixels)
    {
        var scaled = new float[pixels.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = ((pixels[i] / 255f) - Mean) / Deviation;
        }

        return scaled;
    }

    /// <summary>What is wrong with it, as the end of a sentence; null when nothing is.</summary>
    internal string? Fault() =>
        string.IsNullOrWhiteSpace(Name) ? "it has no name"
        : Input is not { Length: > 0 } || Input.Any(size => size < 1) ? $"an example of shape {Sizes(Input ?? [])} has no numbers in it"
        : Labels is not { Length: > 0 } ? "it has no labels"
        : Labels.Distinct(StringComparer.Ordinal).Count() < Labels.Length ? "two of its labels are the same"
        : !float.IsFinite(Mean) || !float.IsFinite(Deviation) || Deviation <= 0 ? "pixels are divided by the deviation, which has to be above 0, and both have to be finite"
        : null;

    /// <summary>(1, 28, 28), as shapes are written here.</summary>
    internal static string Sizes(IEnumerable<long> shape) => "(" + string.Join(", ", shape.Select(size => Numbers.Text(size))) + ")";
}
