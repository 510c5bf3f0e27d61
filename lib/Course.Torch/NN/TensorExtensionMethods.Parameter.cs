using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>A parameter with the same memory.</summary>
    public static Modules.Parameter AsParameter(this Tensor tensor) => new(tensor);
}
