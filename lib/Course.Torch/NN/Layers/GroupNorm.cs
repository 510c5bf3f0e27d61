using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Mean 0 and variance 1 over groups of channels of each example.</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long _channels;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            (this.num_groups, _channels, this.eps, this.affine) = (num_groups, num_channels, eps, affine);
            if (affine)
            {
                register_parameter("weight", weight = new Parameter(ones([num_channels], dtype, device)));
                register_parameter("bias", bias = new Parameter(zeros([num_channels], dtype, device)));
            }
        }

        public long num_groups { get; set; }

        public double eps { get; set; }

        public bool affine { get; }

        public Parameter? weight { get; }

        public Parameter? bias { get; }

        internal override string Settings() => $"{num_groups}, {_channels}, eps={SettingText(eps)}, affine={SettingText(affine)}";

        public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
