using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Images and labels from two idx files. The pixels stay bytes until an example is asked for: 47 MB, not 188.</summary>
internal sealed class LabelledImages : utils.data.Dataset
{
    private const float Scale = 1 / 256f; // as TorchSharp does it; a power of two, so exact

    private readonly IdxBytes _images;
    private readonly IdxBytes _labels;
    private readonly torchvision.ITransform? _transform;

    public LabelledImages(string root, string name, bool train, torchvision.ITransform? transform)
    {
        var prefix = train ? "train" : "t10k";
        var folder = Path.Combine(root, name);
        _images = IdxBytes.Read(folder, prefix + "-images-idx3-ubyte", dimensions: 3);
        _labels = IdxBytes.Read(folder, prefix + "-labels-idx1-ubyte", dimensions: 1);
        _transform = transform;
        if (_images.Sizes[0] != _labels.Sizes[0])
        {
            throw new InvalidDataException($"{folder}: {_images.Sizes[0]} images and {_labels.Sizes[0]} labels of '{prefix}'; get the files anew, all from one place");
        }
    }

    public override long Count => _images.Sizes[0];

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        if ((ulong)index >= (ulong)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"there are {Count} images");
        }

        var image = Image(index);
        return new()
        {
            ["data"] = _transform is null ? image : _transform.call(image.unsqueeze(0)).squeeze(0), // (1, H, W) → (1, 1, H, W) → …
            ["label"] = tensor((long)_labels.Values.Span[(int)index]),
        };
    }

    private Tensor Image(long index)
    {
        var (rows, columns) = (_images.Sizes[1], _images.Sizes[2]);
        var pixels = _images.Values.Span.Slice((int)index * rows * columns, rows * columns);
        var values = new float[pixels.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = pixels[i] * Scale;
        }

        return tensor(values, 1, rows, columns);
    }
}
