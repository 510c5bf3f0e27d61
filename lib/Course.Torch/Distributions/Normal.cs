using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The normal distribution of a mean and a standard deviation.</summary>
    public sealed class Normal : distributions.Distribution
    {
        private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

        private readonly Tensor _loc;
        private readonly Tensor _scale;

        public Normal(Tensor loc, Tensor scale, Generator? generator = null)
            : base(generator, Array.Empty<long>())
        {
            CheckPositive(nameof(Normal), nameof(scale), scale);
            var both = broadcast_tensors(loc, scale);
            (_loc, _scale) = (both[0], both[1]);
            batch_shape = _loc.shape;
        }

        public override Tensor mean => _loc;

        public override Tensor mode => _loc;

        public override Tensor stddev => _scale;

        public override Tensor variance => _scale.square();

        public override Tensor sample(params long[] sample_shape)
        {
            using var quiet = no_grad();
            var shape = ExtendedShape(sample_shape);
            return normal(_loc.expand(shape), _scale.expand(shape), generator);
        }

        public override Tensor rsample(params long[] sample_shape)
        {
            var shape = ExtendedShape(sample_shape);
            return _loc + (empty(shape, _loc.dtype).normal_(generator: generator) * _scale);
        }

        public override Tensor log_prob(Tensor value) => ((value - _loc).square() / (_scale.square() * -2)) - _scale.log() - HalfLogTwoPi;

        public override Tensor entropy() => _scale.log() + (0.5 + HalfLogTwoPi);

        public override Tensor cdf(Tensor value) => (((value - _loc) / _scale / Math.Sqrt(2)).erf() + 1) * 0.5;

        public override Tensor icdf(Tensor value) => _loc + (_scale * ((value * 2) - 1).erfinv() * Math.Sqrt(2));

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
            new Normal(_loc.expand(batch_shape.Shape), _scale.expand(batch_shape.Shape), generator);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

            public static Normal Normal(float loc, float scale = 1, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

            public static Normal Normal(double loc, double scale = 1, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        }
    }
}
