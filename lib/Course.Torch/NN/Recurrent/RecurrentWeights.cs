using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Weights of stacked recurrent layers, named as in PyTorch: weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … _reverse.</summary>
internal sealed class RecurrentWeights
{
    private readonly List<(Parameter InputWeight, Parameter HiddenWeight, Parameter? InputBias, Parameter? HiddenBias)> _sets = [];

    public RecurrentWeights(
        int gates, long inputSize, long hiddenSize, long layers, bool bias, bool bidirectional, Device? device, ScalarType? dtype, Action<string, Parameter> register)
    {
        var directions = bidirectional ? 2 : 1;
        Directions = directions;
        var bound = 1 / Math.Sqrt(hiddenSize);
        for (var layer = 0; layer < layers; layer++)
        {
            for (var direction = 0; direction < directions; direction++)
            {
                var suffix = $"_l{layer}" + (direction == 1 ? "_reverse" : string.Empty);
                var width = layer == 0 ? inputSize : hiddenSize * directions;
                var set = (Make("weight_ih", gates * hiddenSize, width), Make("weight_hh", gates * hiddenSize, hiddenSize), MakeBias("bias_ih"), MakeBias("bias_hh"));
                _sets.Add(set);

                Parameter Make(string name, params long[] shape)
                {
                    var parameter = new Parameter(empty(shape, dtype, device).uniform_(-bound, bound));
                    register(name + suffix, parameter);
                    return parameter;
                }

                Parameter? MakeBias(string name) => bias ? Make(name, gates * hiddenSize) : null;
            }
        }
    }

    public int Directions { get; }

    public (Parameter InputWeight, Parameter HiddenWeight, Parameter? InputBias, Parameter? HiddenBias) this[long layer, int direction] =>
        _sets[(int)(layer * Directions) + direction];
}
