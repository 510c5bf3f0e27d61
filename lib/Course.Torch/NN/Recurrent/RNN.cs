using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The simple recurrent layer, tanh or ReLU.</summary>
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentRun _run;

        internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(RNN))
        {
            var weights = new RecurrentWeights(1, inputSize, hiddenSize, numLayers, bias, bidirectional, device, dtype, register_parameter);
            _run = new RecurrentRun(weights, batchFirst, dropout, RecurrentSteps.Simple(nonLinearity == nn.NonLinearities.ReLU));
        }

        internal override string Settings() => _run.Settings();

        /// <param name="input">(T, N, in), or (N, T, in) if batch first, or (T, in) for one sequence.</param>
        /// <param name="h0">The first state, (layers · directions, N, hidden); zeros if null.</param>
        /// <returns>The outputs of the last layer at every step, and the last state.</returns>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            var (output, state) = _run.Run(input, [h0], training);
            return (output, state[0]);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>Does nothing here: the weights need no packing.</summary>
        public void flatten_parameters()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
