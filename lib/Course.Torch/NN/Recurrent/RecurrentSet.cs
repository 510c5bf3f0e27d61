using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The weights of one layer in one direction, or of a cell; rows stand gate by gate.</summary>
internal sealed record RecurrentSet(Parameter InputWeight, Parameter HiddenWeight, Parameter? InputBias, Parameter? HiddenBias)
{
    /// <summary>Drawn and registered in PyTorch's order and names: weight_ih, weight_hh, bias_ih, bias_hh, each with the suffix.</summary>
    public static RecurrentSet Draw(
        int gates, long inputSize, long hiddenSize, bool bias, string suffix, Device? device, ScalarType? dtype, Action<string, Parameter> register)
    {
        var bound = 1 / Math.Sqrt(hiddenSize);
        return new RecurrentSet(
            Make("weight_ih", gates * hiddenSize, inputSize), Make("weight_hh", gates * hiddenSize, hiddenSize),
            bias ? Make("bias_ih", gates * hiddenSize) : null, bias ? Make("bias_hh", gates * hiddenSize) : null);

        Parameter Make(string name, params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device).uniform_(-bound, bound));
            register(name + suffix, parameter);
            return parameter;
        }
    }

    public string Settings() => $"{InputWeight.shape[1]}, {HiddenWeight.shape[1]}" + (InputBias is null ? ", bias=False" : string.Empty);

    /// <summary>One step of a cell. A part of the state that is null starts as zeros.</summary>
    public Tensor[] Step(RecurrentStep step, Tensor input, params Tensor?[] state)
    {
        if (input.ndim is not (1 or 2))
        {
            throw new TorchError($"recurrent cell: input {input.ShapeText}; give (batch, features) or (features)");
        }

        long[] wanted = [.. input.shape[..^1], HiddenWeight.shape[1]];
        var start = Array.ConvertAll(state, part => part is null ? zeros(wanted, input.dtype)
            : part.Shape.AsSpan().SequenceEqual(wanted) ? part
            : throw new TorchError($"recurrent cell: a state of shape {part.ShapeText} for input {input.ShapeText}; wanted {Layout.Text(wanted)}"));
        return step(nn.functional.linear(input, InputWeight, InputBias), start, HiddenWeight, HiddenBias);
    }
}
