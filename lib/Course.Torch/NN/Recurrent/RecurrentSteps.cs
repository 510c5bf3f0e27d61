using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cells, with PyTorch's order of gates.</summary>
internal static class RecurrentSteps
{
    public static RecurrentStep Simple(bool relu) => (gates, state, weight, bias) =>
    {
        var sum = gates + nn.functional.linear(state[0], weight, bias);
        return [relu ? sum.relu() : sum.tanh()];
    };

    /// <summary>Gates: input, forget, candidate, output. State: h, c.</summary>
    public static Tensor[] Lstm(Tensor gates, Tensor[] state, Tensor weight, Tensor? bias)
    {
        var parts = (gates + nn.functional.linear(state[0], weight, bias)).chunk(4, -1);
        var c = (parts[1].sigmoid() * state[1]) + (parts[0].sigmoid() * parts[2].tanh());
        return [parts[3].sigmoid() * c.tanh(), c];
    }

    /// <summary>Gates: reset, update, candidate. State: h.</summary>
    public static Tensor[] Gru(Tensor gates, Tensor[] state, Tensor weight, Tensor? bias)
    {
        var fromInput = gates.chunk(3, -1);
        var fromHidden = nn.functional.linear(state[0], weight, bias).chunk(3, -1);
        var reset = (fromInput[0] + fromHidden[0]).sigmoid();
        var update = (fromInput[1] + fromHidden[1]).sigmoid();
        var candidate = (fromInput[2] + (reset * fromHidden[2])).tanh();
        return [candidate + (update * (state[0] - candidate))];
    }
}
