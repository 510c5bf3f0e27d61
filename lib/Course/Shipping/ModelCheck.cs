using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>Whether a network keeps what its contract says, found out by asking it.</summary>
internal static class ModelCheck
{
    /// <exception cref="ModelFileException">It does not take the input, gives another number of logits, or no numbers.</exception>
    public static void Keeps(ModelContract contract, Sequential module, string name)
    {
        if (contract.Fault() is { } fault)
        {
            throw new ModelFileException($"{name}: the contract is not one: {fault}.");
        }

        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        long[] shape = [1, .. contract.Input];
        var logits = Answer(contract, module, zeros(shape), name);
        if (logits.shape is not [1, var count] || count != contract.Labels.Length)
        {
            throw new ModelFileException($"{name}: for an input of {ModelContract.Sizes(shape)} the network gives {ModelContract.Sizes(logits.shape)}, but the contract has {contract.Labels.Length} labels, which wants {ModelContract.Sizes([1, contract.Labels.Length])}.");
        }

        if (!logits.isfinite().all().item<bool>())
        {
            throw new ModelFileException($"{name}: the network answers with NaN or ∞; train it again with a smaller learning rate, or go back to an earlier checkpoint.");
        }
    }

    private static Tensor Answer(ModelContract contract, Sequential module, Tensor blank, string name)
    {
        try
        {
            return module.call(blank);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new ModelFileException($"{name}: the network does not take an input of {ModelContract.Sizes(blank.shape)}, which the contract says: {error.Message}. Mend `Input`, or begin with Flatten().", error);
        }
    }
}
