using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a gated recurrent unit.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentSet _weights;

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(GRUCell))
        {
            _weights = RecurrentSet.Draw(3, inputSize, hiddenSize, bias, string.Empty, device, dtype, register_parameter);
        }

        public Parameter weight_ih => _weights.InputWeight;

        public Parameter weight_hh => _weights.HiddenWeight;

        public Parameter? bias_ih => _weights.InputBias;

        public Parameter? bias_hh => _weights.HiddenBias;

        internal override string Settings() => _weights.Settings();

        /// <param name="input">(N, in) or (in).</param>
        /// <param name="h0">The state before, (N, hidden); zeros if null.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null) => _weights.Step(RecurrentSteps.Gru, input, h0)[0];

        public new Tensor call(Tensor input1, Tensor? input2 = null) => base.call(input1, input2);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
