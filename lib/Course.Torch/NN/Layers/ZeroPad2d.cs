using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Zeros around the last two dimensions: left, right, top, bottom.</summary>
    public sealed class ZeroPad2d : ParameterLessModule<Tensor, Tensor>
    {
        internal ZeroPad2d((long, long, long, long) padding)
            : base(nameof(ZeroPad2d))
        {
            this.padding = padding;
        }

        public (long, long, long, long) padding { get; set; }

        internal override string Settings() => SettingText(padding);

        public override Tensor forward(Tensor input) => torch.nn.functional.pad(input, padding);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ZeroPad2d ZeroPad2d(long padding) => new((padding, padding, padding, padding));

            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(padding);
        }
    }
}
