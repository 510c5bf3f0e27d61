using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. Belongs to no dispose scope: it lives as long as its module.</summary>
public class Parameter : Tensor
{
    /// <param name="data">Its memory is shared, not copied.</param>
    /// <param name="requires_grad">Whether gradients are gathered.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data)
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }
}
