using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Weights of stacked recurrent layers, named as in PyTorch: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … _reverse.</summary>
internal sealed class RecurrentWeights
{
    private readonly RecurrentSet[,] _sets;

    public RecurrentWeights(
        int gates, long inputSize, long hiddenSize, long layers, bool bias, bool bidirectional, Device? device, ScalarType? dtype, Action<string, Parameter> register)
    {
        if (hiddenSize < 1 || layers < 1)
        {
            throw new TorchError($"recurrent layer: hidden size {hiddenSize}, {layers} layers; both must be at least 1");
        }

        (InputSize, Layers, Directions, HiddenSize) = (inputSize, layers, bidirectional ? 2 : 1, hiddenSize);
        _sets = new RecurrentSet[layers, Directions];
        for (var layer = 0; layer < layers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
            {
                var suffix = $"_l{layer}" + (direction == 1 ? "_reverse" : string.Empty);
                _sets[layer, direction] = RecurrentSet.Draw(gates, layer == 0 ? inputSize : hiddenSize * Directions, hiddenSize, bias, suffix, device, dtype, register);
            }
        }
    }

    public long InputSize { get; }

    public long Layers { get; }

    public int Directions { get; }

    public long HiddenSize { get; }

    public RecurrentSet this[long layer, int direction] => _sets[layer, direction];
}
