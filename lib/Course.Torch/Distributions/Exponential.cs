using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Waiting times of events that come with a constant rate.</summary>
    public sealed class Exponential : distributions.Distribution
    {
        private readonly Tensor _rate;

        public Exponential(Tensor rate, Generator? generator = null)
            : base(generator, rate.shape)
        {
            CheckPositive(nameof(Exponential), nameof(rate), rate);
            _rate = rate;
        }

        public override Tensor mean => _rate.reciprocal();

        public override Tensor mode => zeros_like(_rate);

        public override Tensor stddev => _rate.reciprocal();

        public override Tensor variance => _rate.pow(-2.0);

        public override Tensor rsample(params long[] sample_shape) =>
            empty(ExtendedShape(sample_shape), _rate.dtype).exponential_(1, generator) / _rate;

        public override Tensor log_prob(Tensor value) => _rate.log() - (_rate * value);

        public override Tensor entropy() => 1 - _rate.log();

        public override Tensor cdf(Tensor value) => 1 - (-_rate * value).exp();

        public override Tensor icdf(Tensor value) => -(-value).log1p() / _rate;

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
            new Exponential(_rate.expand(batch_shape.Shape), generator);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Exponential Exponential(Tensor rate, Generator? generator = null) => new(rate, generator);
        }
    }
}
