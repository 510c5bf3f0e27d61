using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Images: data sets and what is done to them before a network sees them.</summary>
public static partial class torchvision
{
    /// <summary>Turns images into images: (…, rows, columns) or, where colours matter, (…, channels, rows, columns).</summary>
    public interface ITransform : nn.IModule<Tensor, Tensor>
    {
    }

    private sealed class Transform(Func<Tensor, Tensor> function) : ITransform
    {
        public Tensor call(Tensor input1) => function(input1);
    }
}
