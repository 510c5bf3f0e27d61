using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a recurrent cell: (x W_ih + b_ih, state) → new state; the first part of the state is the output.</summary>
internal delegate Tensor[] RecurrentStep(Tensor gatesOfInput, Tensor[] state, Tensor hiddenWeight, Tensor? hiddenBias);

/// <summary>Stacked, maybe bidirectional, recurrent layers over time. The input products of all steps are one matrix product.</summary>
internal sealed class RecurrentRun(RecurrentWeights weights, bool batchFirst, double dropout, RecurrentStep step)
{
    private readonly double _dropout = nn.functional.CheckedProbability("recurrent layer", dropout);

    /// <summary>As PyTorch prints it: what is not the default.</summary>
    public string Settings()
    {
        var text = $"{weights.InputSize}, {weights.HiddenSize}";
        text += weights.Layers != 1 ? $", num_layers={weights.Layers}" : string.Empty;
        text += weights[0, 0].InputBias is null ? ", bias=False" : string.Empty;
        text += batchFirst ? ", batch_first=True" : string.Empty;
        text += _dropout != 0 ? $", dropout={nn.Module.SettingText(_dropout)}" : string.Empty;
        return weights.Directions == 2 ? text + ", bidirectional=True" : text;
    }

    /// <param name="input">(T, N, in), or (N, T, in) if batch first, or (T, in).</param>
    /// <param name="first">(layers · directions, N, hidden) per part of the state; null starts as zeros.</param>
    /// <param name="training">Whether dropout acts between layers.</param>
    /// <returns>The outputs in the input's layout, and the last state per part.</returns>
    public (Tensor Output, Tensor[] State) Run(Tensor input, Tensor?[] first, bool training)
    {
        if (input.ndim is not (2 or 3))
        {
            throw new TorchError($"recurrent layer: input {input.ShapeText}; give (steps, batch, features), (batch, steps, features) if batch first, or (steps, features)");
        }

        var single = input.ndim == 2;
        var x = single ? input.unsqueeze(1) : batchFirst ? input.transpose(0, 1) : input;
        if (x.shape[0] == 0 || x.shape[2] != weights.InputSize)
        {
            throw new TorchError($"recurrent layer: input {input.ShapeText}; needs at least one step, of {weights.InputSize} features each");
        }

        var start = Array.ConvertAll(first, part => part is null ? Zeros(x) : Start(part, x, single));
        var last = start.Select(_ => new List<Tensor>()).ToArray();
        for (var layer = 0L; layer < weights.Layers; layer++)
        {
            x = layer > 0 ? nn.functional.dropout(x, _dropout, training) : x;
            var results = new List<Tensor>();
            for (var direction = 0; direction < weights.Directions; direction++)
            {
                var at = (layer * weights.Directions) + direction;
                var (outputs, state) = Direction(x, start.Select(part => part.select(0, at)).ToArray(), layer, direction);
                results.Add(outputs);
                for (var i = 0; i < state.Length; i++)
                {
                    last[i].Add(state[i]);
                }
            }

            x = results.Count == 1 ? results[0] : cat(results, -1);
        }

        var output = single ? x.squeeze(1) : batchFirst ? x.transpose(0, 1) : x;
        var ends = last.Select(parts => single ? stack(parts).squeeze(1) : stack(parts)).ToArray();
        return (output, ends);
    }

    private (Tensor Outputs, Tensor[] State) Direction(Tensor x, Tensor[] state, long layer, int direction)
    {
        var set = weights[layer, direction];
        var gates = nn.functional.linear(x, set.InputWeight, set.InputBias).unbind(0);
        var outputs = new Tensor[gates.Length];
        for (var i = 0; i < gates.Length; i++)
        {
            var t = direction == 0 ? i : gates.Length - 1 - i;
            state = step(gates[t], state, set.HiddenWeight, set.HiddenBias);
            outputs[t] = state[0];
        }

        return (stack(outputs), state);
    }

    private Tensor Zeros(Tensor x) => zeros(StateShape(x), x.dtype);

    // A state of another batch size would broadcast, and every sequence start from the same memory unnoticed.
    private Tensor Start(Tensor given, Tensor x, bool single)
    {
        var state = single && given.ndim == 2 ? given.unsqueeze(1) : given;
        return state.Shape.AsSpan().SequenceEqual(StateShape(x)) ? state : throw new TorchError(
            $"recurrent layer: a state of shape {given.ShapeText}; wanted {Layout.Text(StateShape(x))}: (layers · directions, batch, hidden), or without the batch for a single sequence");
    }

    private long[] StateShape(Tensor x) => [weights.Layers * weights.Directions, x.shape[1], weights.HiddenSize];
}
