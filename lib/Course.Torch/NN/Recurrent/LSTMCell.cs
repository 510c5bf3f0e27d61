using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of long short-term memory.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly RecurrentStep _step;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LSTMCell))
        {
            _step = RecurrentSteps.Lstm;
            var bound = 1 / Math.Sqrt(hiddenSize);
            weight_ih = Add("weight_ih", 4 * hiddenSize, inputSize);
            weight_hh = Add("weight_hh", 4 * hiddenSize, hiddenSize);
            bias_ih = bias ? Add("bias_ih", 4 * hiddenSize) : null;
            bias_hh = bias ? Add("bias_hh", 4 * hiddenSize) : null;

            Parameter Add(string name, params long[] shape)
            {
                var parameter = new Parameter(empty(shape, dtype, device).uniform_(-bound, bound));
                register_parameter(name, parameter);
                return parameter;
            }
        }

        public Parameter weight_ih { get; }

        public Parameter weight_hh { get; }

        public Parameter? bias_ih { get; }

        public Parameter? bias_hh { get; }

        /// <param name="input1">(N, in) or (in).</param>
        /// <param name="input2">The state before, (N, hidden) each for h and c; zeros if null.</param>
        public override (Tensor, Tensor) forward(Tensor input1, (Tensor, Tensor)? input2)
        {
            Tensor[] start = input2 is { } s ? [s.Item1, s.Item2] : [Start(input1), Start(input1)];
            var state = _step(nn.functional.linear(input1, weight_ih, bias_ih), start, weight_hh, bias_hh);
            return (state[0], state[1]);
        }

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        private Tensor Start(Tensor input) => zeros([.. input.shape[..^1], weight_hh.shape[1]], input.dtype);
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
