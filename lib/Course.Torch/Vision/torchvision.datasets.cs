using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Data sets of labelled images, read from disk; nothing is downloaded.</summary>
    public static class datasets
    {
        /// <summary>MNIST: handwritten digits. An example is a dictionary of <c>"data"</c>, float32 (1, 28, 28) from 0 to 255/256, and <c>"label"</c>, int64.</summary>
        /// <param name="root">Has a folder <c>mnist</c> with the four idx files: unpacked in <c>test_data</c>, or as .gz. The course's own <c>datasets</c> folder is one.</param>
        /// <param name="train">The 60,000 images to learn from, else the 10,000 to test with.</param>
        /// <param name="download">Accepted, for programs that were written for TorchSharp; files that are missing are an error either way.</param>
        /// <param name="target_transform">Applied to each image, as (1, 1, 28, 28); not to the labels, whatever its name.</param>
        /// <exception cref="FileNotFoundException">The files are not there; the message says where they were looked for.</exception>
        /// <exception cref="InvalidDataException">A file is not in the idx format, or is cut short.</exception>
        public static torch.utils.data.Dataset MNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new LabelledImages(root, "mnist", train, target_transform);

        /// <summary>Fashion-MNIST: clothes, in MNIST's format, in the folder <c>fashion-mnist</c>; see <see cref="MNIST"/>.</summary>
        public static torch.utils.data.Dataset FashionMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new LabelledImages(root, "fashion-mnist", train, target_transform);

        /// <summary>Kuzushiji-MNIST: Japanese characters, in MNIST's format, in the folder <c>kmnist</c>; see <see cref="MNIST"/>.</summary>
        public static torch.utils.data.Dataset KMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new LabelledImages(root, "kmnist", train, target_transform);
    }
}
