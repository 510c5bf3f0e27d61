using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Whole channels of (N, C, L) dropped while training.</summary>
    public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout1d(double p, bool inplace)
            : base(nameof(Dropout1d))
        {
            this.p = p;
            this.inplace = inplace;
        }

        public double p { get; set; }

        public bool inplace { get; set; }

        internal override string Settings() => $"p={SettingText(p)}, inplace={SettingText(inplace)}";

        public override Tensor forward(Tensor tensor) => tensor.ndim is 2 or 3
            ? torch.nn.functional.dropout1d(tensor, p, training, inplace)
            : throw new ArgumentException($"Dropout1d: input {tensor.ShapeText}; give (N, C, L) or (C, L)");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}
