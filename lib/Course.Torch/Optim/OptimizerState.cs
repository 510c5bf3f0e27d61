using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>In TorchSharp's byte format.</summary>
    public virtual void SaveStateDict(BinaryWriter writer) => Each(new OptimizerWriter(writer));

    public virtual void LoadStateDict(BinaryReader reader) => Each(new OptimizerReader(reader));

    /// <summary>Names what is remembered, in the order of the file.</summary>
    internal abstract void Each(IMemory memory);

    /// <summary>Zeros of the parameter's shape, which live as long as the optimiser.</summary>
    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();
}
