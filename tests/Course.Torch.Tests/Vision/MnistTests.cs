using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Vision;

public sealed class MnistTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9];

    private readonly string _root = Directory.CreateTempSubdirectory("mnist-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Example_PackedOrNot_IsPixelsOver256AndALabel(bool packed)
    {
        Write(packed);

        using var data = torchvision.datasets.MNIST(_root, train: true);
        var example = data.GetTensor(1);

        Assert.Equal(2, data.Count);
        Assert.Equal([1, 2, 3], example["data"].shape);
        Assert.Equal([250 / 256f, 251 / 256f, 252 / 256f, 253 / 256f, 254 / 256f, 255 / 256f], example["data"].data<float>().ToArray());
        Assert.Equal((9L, 0L), (example["label"].item<long>(), example["label"].ndim));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(2));
    }

    [Fact]
    public void Transform_OfTheImage_SeesABatchOfOne()
    {
        Write(packed: true);
        long[] seen = [];
        var transform = torchvision.transforms.Compose(
            torchvision.transforms.Lambda(image =>
            {
                seen = image.shape;
                return image;
            }),
            torchvision.transforms.Normalize([1], [2]));

        using var data = torchvision.datasets.MNIST(_root, train: true, download: true, target_transform: transform);
        var example = data.GetTensor(0);

        Assert.Equal([1, 1, 2, 3], seen);
        Assert.Equal([1, 2, 3], example["data"].shape);
        Assert.Equal(-0.5f, example["data"][0, 0, 0].item<float>());
    }

    [Fact]
    public void Loader_OfTheCoursesFiles_GivesBatches()
    {
        using var data = torchvision.datasets.MNIST(CourseDatasets(), train: false);
        using var loader = utils.data.DataLoader(data, 64, shuffle: true, seed: 1);

        foreach (var batch in loader)
        {
            Assert.Equal([64, 1, 28, 28], batch["data"].shape);
            Assert.Equal([64], batch["label"].shape);
            break;
        }

        Assert.Equal(10_000, data.Count);
        Assert.Equal(7, data.GetTensor(0)["label"].item<long>());
    }

    [Fact]
    public void Root_WithoutTheFiles_SaysWhereTheCourseHasThem()
    {
        var error = Assert.Throws<FileNotFoundException>(() => torchvision.datasets.MNIST(_root, train: true));

        Assert.Contains(Path.Combine(_root, "mnist", "train-images-idx3-ubyte.gz"), error.Message, StringComparison.Ordinal);
        Assert.Contains("../datasets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_CutShort_IsNamed()
    {
        Write(packed: false);
        var file = Path.Combine(_root, "mnist", "test_data", "train-images-idx3-ubyte");
        File.WriteAllBytes(file, Images[..^1]);

        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => torchvision.datasets.MNIST(_root, train: true)).Message, StringComparison.Ordinal);
    }

    private void Write(bool packed)
    {
        foreach (var (name, content) in new[] { ("train-images-idx3-ubyte", Images), ("train-labels-idx1-ubyte", Labels) })
        {
            var path = packed ? Path.Combine(_root, "mnist", name + ".gz") : Path.Combine(_root, "mnist", "test_data", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            using Stream stream = packed ? new GZipStream(file, CompressionLevel.Fastest) : file;
            stream.Write(content);
        }
    }

    private static string CourseDatasets()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Course.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "datasets");
    }
}
