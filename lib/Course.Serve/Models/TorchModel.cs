using static TorchSharp.torch;

namespace Course.Serve.Models;

/// <summary>A model file, which was checked and loaded.</summary>
internal sealed class TorchModel(SavedModel saved) : IModel
{
    public ModelContract Contract => saved.Contract;

    public string Hash => saved.Hash;

    public string Card => saved.Card;

    public float[] Probabilities(float[] inputs, int count)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        long[] shape = [count, .. Contract.Input];
        var logits = saved.Module.call((tensor(inputs).reshape(shape) - Contract.Mean) / Contract.Deviation);   // (N, labels)
        return nn.functional.softmax(logits, 1).data<float>().ToArray();
    }

    public void Dispose() => saved.Dispose();
}
