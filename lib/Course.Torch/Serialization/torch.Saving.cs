namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes one tensor as an archive that PyTorch and TorchSharp read; the file appears only when it is complete.</summary>
    public static void save(Tensor t, string location) => TensorArchive.Save(location, t);

    /// <summary>Reads one tensor from an archive of <c>torch.save</c>, of PyTorch's or of TorchSharp's. Data only: nothing in the file is run.</summary>
    /// <exception cref="InvalidDataException">No such archive, or not one tensor in it.</exception>
    public static Tensor load(string location) => TensorArchive.Load(location);

    public partial class Tensor
    {
        /// <inheritdoc cref="torch.save"/>
        public void save(string location) => TensorArchive.Save(location, this);

        /// <inheritdoc cref="torch.load"/>
        public static Tensor load(string location) => TensorArchive.Load(location);
    }
}
