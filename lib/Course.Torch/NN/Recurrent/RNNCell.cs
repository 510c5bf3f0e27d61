using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a simple recurrent layer.</summary>
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentSet _weights;
        private readonly RecurrentStep _step;

        internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(RNNCell))
        {
            _step = RecurrentSteps.Simple(nonLinearity == nn.NonLinearities.ReLU);
            _weights = RecurrentSet.Draw(1, inputSize, hiddenSize, bias, string.Empty, device, dtype, register_parameter);
        }

        public Parameter weight_ih => _weights.InputWeight;

        public Parameter weight_hh => _weights.HiddenWeight;

        public Parameter? bias_ih => _weights.InputBias;

        public Parameter? bias_hh => _weights.HiddenBias;

        internal override string Settings() => _weights.Settings();

        /// <param name="input">(N, in) or (in).</param>
        /// <param name="h0">The state before, (N, hidden); zeros if null.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null) => _weights.Step(_step, input, h0)[0];

        public new Tensor call(Tensor input1, Tensor? input2 = null) => base.call(input1, input2);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
