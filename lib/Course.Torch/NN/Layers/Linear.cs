using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>y = x Wᵀ + b over the last dimension.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;
        private Parameter? _bias;

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            (_weight, _bias) = (weight, bias);
            (in_features, out_features) = (weight.shape[1], weight.shape[0]);
            ConditionallyRegisterParameter("weight", weight);
            ConditionallyRegisterParameter("bias", bias);
        }

        public long in_features { get; set; }

        public long out_features { get; set; }

        /// <summary>(out_features, in_features).</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter("weight", _weight = value);
        }

        /// <summary>(out_features), or null.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter("bias", _bias = value);
        }

        internal override string Settings() => $"in_features={in_features}, out_features={out_features}, bias={SettingText(_bias is not null)}";

        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A fully connected layer, weights and bias uniform in ±1/√inputSize.</summary>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                var weight = empty([outputSize, inputSize], dtype, device);
                init.kaiming_uniform_(weight, Math.Sqrt(5));
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                return new Linear(
                    new Parameter(weight), hasBias ? new Parameter(empty([outputSize], dtype, device).uniform_(-bound, bound)) : null);
            }

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            public static partial class functional
            {
                /// <summary>input (…, in) times weightsᵀ (in, out), plus bias (out).</summary>
                /// <exception cref="System.Runtime.InteropServices.ExternalException">The last size is not the weights'; the message shows both shapes.</exception>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
                {
                    if (input.Rank == 0 || weights.Rank != 2 || input.Shape[^1] != weights.Shape[1])
                    {
                        throw new TorchError(
                            $"linear: input {input.ShapeText} for weights {weights.ShapeText}: the input's last size must be {(weights.Rank == 2 ? weights.Shape[1] : -1)}; flatten or reshape it");
                    }

                    if (input.dtype != weights.dtype)
                    {
                        throw new TorchError($"linear: input is {input.dtype}, weights are {weights.dtype}; convert the input: x.to({weights.dtype})");
                    }

                    if (bias is not null && bias.dtype != weights.dtype)
                    {
                        throw new TorchError($"linear: bias is {bias.dtype}, weights are {weights.dtype}; convert one");
                    }

                    if (bias is { Rank: > 1 } || (bias is { Rank: 1 } && bias.Shape[0] != weights.Shape[0] && bias.Shape[0] != 1))
                    {
                        throw new TorchError($"linear: bias {bias.ShapeText} for weights {weights.ShapeText}; wanted ({weights.Shape[0]})");
                    }

                    return Fused.Linear(input, weights, bias);
                }
            }
        }
    }
}
