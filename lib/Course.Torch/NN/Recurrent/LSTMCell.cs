using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of long short-term memory.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly RecurrentSet _weights;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LSTMCell))
        {
            _weights = RecurrentSet.Draw(4, inputSize, hiddenSize, bias, string.Empty, device, dtype, register_parameter);
        }

        public Parameter weight_ih => _weights.InputWeight;

        public Parameter weight_hh => _weights.HiddenWeight;

        public Parameter? bias_ih => _weights.InputBias;

        public Parameter? bias_hh => _weights.HiddenBias;

        internal override string Settings() => _weights.Settings();

        /// <param name="input">(N, in) or (in).</param>
        /// <param name="h0_c0">The state before, (N, hidden) each for h and c; zeros if null.</param>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            var state = _weights.Step(RecurrentSteps.Lstm, input, h0_c0?.Item1, h0_c0?.Item2);
            return (state[0], state[1]);
        }

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
