using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Long short-term memory.</summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentRun _run;

        internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(LSTM))
        {
            var weights = new RecurrentWeights(4, inputSize, hiddenSize, numLayers, bias, bidirectional, device, dtype, register_parameter);
            _run = new RecurrentRun(weights, batchFirst, dropout, RecurrentSteps.Lstm);
        }

        internal override string Settings() => _run.Settings();

        /// <param name="input">(T, N, in), or (N, T, in) if batch first, or (T, in) for one sequence.</param>
        /// <param name="h0_c0">The first state, (layers · directions, N, hidden) each for h and c; zeros if null.</param>
        /// <returns>The outputs of the last layer at every step, and the last state.</returns>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var (output, state) = _run.Run(input, [h0_c0?.Item1, h0_c0?.Item2], training);
            return (output, state[0], state[1]);
        }

        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

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
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
