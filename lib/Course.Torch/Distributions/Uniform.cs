using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Any number in [low, high), all alike.</summary>
    public sealed class Uniform : distributions.Distribution
    {
        private readonly Tensor _low;
        private readonly Tensor _high;

        public Uniform(Tensor low, Tensor high, Generator? generator = null)
            : base(generator, Array.Empty<long>())
        {
            CheckPositive(nameof(Uniform), "high − low", high - low);
            var both = broadcast_tensors(low, high);
            (_low, _high) = (both[0], both[1]);
            batch_shape = _low.shape;
        }

        public override Tensor mean => (_high + _low) / 2;

        public override Tensor variance => Width.square() / 12;

        private Tensor Width => _high - _low;

        public override Tensor rsample(params long[] sample_shape) =>
            _low + (rand(ExtendedShape(sample_shape), _low.dtype, generator: generator) * Width);

        public override Tensor log_prob(Tensor value) => (_low.le(value) * _high.gt(value)).to_type(_low.dtype).log() - Width.log();

        public override Tensor cdf(Tensor value) => ((value - _low) / Width).clamp(0, 1);

        public override Tensor icdf(Tensor value) => (value * Width) + _low;

        public override Tensor entropy() => Width.log();

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
            new Uniform(_low.expand(batch_shape.Shape), _high.expand(batch_shape.Shape), generator);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator);
        }
    }
}
