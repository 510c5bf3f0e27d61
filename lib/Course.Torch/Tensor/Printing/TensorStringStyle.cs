namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata = 0,

    /// <summary>Metadata, then aligned columns.</summary>
    Julia = 1,

    /// <summary>Nested brackets, long dimensions elided.</summary>
    Numpy = 2,

    /// <summary>A C# array initialiser.</summary>
    CSharp = 3,

    /// <summary>Whatever <c>torch.TensorStringStyle</c> says.</summary>
    Default = 4,
}
