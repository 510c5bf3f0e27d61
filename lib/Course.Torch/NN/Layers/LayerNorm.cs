using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Mean 0 and variance 1 over the last dimensions of each example.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private Parameter? _weight;
        private Parameter? _bias;

        internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
            if (elementwise_affine)
            {
                ConditionallyRegisterParameter("weight", _weight = new Parameter(ones(normalized_shape, dtype, device)));
                ConditionallyRegisterParameter("bias", _bias = bias ? new Parameter(zeros(normalized_shape, dtype, device)) : null);
            }
        }

        public long[] normalized_shape { get; set; }

        public double eps { get; set; }

        public bool elementwise_affine { get; set; }

        public Parameter? weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter("weight", _weight = value);
        }

        public Parameter? bias
        {
            get => _bias;
            set => ConditionallyRegisterParameter("bias", _bias = value);
        }

        public void reset_parameters()
        {
            if (elementwise_affine)
            {
                nn.init.ones_(_weight!);
                _ = _bias is null ? null : nn.init.zeros_(_bias);
            }
        }

        internal override string Settings() => $"{SettingText(normalized_shape)}, eps={SettingText(eps)}, elementwise_affine={SettingText(elementwise_affine)}";

        public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}
