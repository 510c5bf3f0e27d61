using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>1 with a probability, else 0.</summary>
    public sealed class Bernoulli : distributions.Distribution
    {
        private readonly Tensor? _probs;
        private readonly Tensor? _logits;

        /// <param name="p">Probabilities of 1; give these or the scores.</param>
        /// <param name="l">Scores: ln p − ln(1 − p).</param>
        public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null)
            : base(generator, (p ?? l)?.shape)
        {
            if (p is null == l is null)
            {
                throw new ArgumentException("Bernoulli: give either probabilities or scores (logits), not both, not neither");
            }

            (_probs, _logits) = (p, l);
        }

        public override Tensor mean => probs;

        public override Tensor variance => probs * (1 - probs);

        public Tensor probs => _probs ?? LogitsToProbs(_logits!, isBinary: true);

        public Tensor logits => _logits ?? ProbsToLogits(_probs!, isBinary: true);

        public override Tensor rsample(params long[] sample_shape) => probs.expand(ExtendedShape(sample_shape)).bernoulli(generator);

        public override Tensor log_prob(Tensor value) => (value * logits) - Softplus();

        public override Tensor entropy() => Softplus() - (probs * logits);

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
            new Bernoulli(_probs?.expand(batch_shape.Shape), _logits?.expand(batch_shape.Shape), generator);

        // ln(1 + e^logits), without overflow.
        private Tensor Softplus() => -(-logits).log_sigmoid();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

            public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) =>
                new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);

            public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) =>
                new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);
        }
    }
}
