using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of a gated recurrent unit.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly RecurrentStep _step;

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(GRUCell))
        {
            _step = RecurrentSteps.Gru;
            var bound = 1 / Math.Sqrt(hiddenSize);
            weight_ih = Add("weight_ih", 3 * hiddenSize, inputSize);
            weight_hh = Add("weight_hh", 3 * hiddenSize, hiddenSize);
            bias_ih = bias ? Add("bias_ih", 3 * hiddenSize) : null;
            bias_hh = bias ? Add("bias_hh", 3 * hiddenSize) : null;

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
        /// <param name="input2">The state before, (N, hidden); zeros if null.</param>
        public override Tensor forward(Tensor input1, Tensor? input2)
        {
            Tensor[] start = [input2 ?? Start(input1)];
            var state = _step(nn.functional.linear(input1, weight_ih, bias_ih), start, weight_hh, bias_hh);
            return state[0];
        }

        public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        private Tensor Start(Tensor input) => zeros([.. input.shape[..^1], weight_hh.shape[1]], input.dtype);
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
