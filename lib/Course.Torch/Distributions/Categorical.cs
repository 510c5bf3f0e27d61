using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One of several classes, numbered from 0; their probabilities or scores stand in the last dimension.</summary>
    public sealed class Categorical : distributions.Distribution
    {
        private readonly Tensor? _probs;
        private readonly Tensor? _logits;

        /// <param name="probs">Probabilities, or weights: divided by their sum. Give these or the scores.</param>
        /// <param name="logits">Scores, as for softmax.</param>
        public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
            : base(generator, (probs ?? logits)?.shape.SkipLast(1).ToArray())
        {
            if (probs is null == logits is null)
            {
                throw new ArgumentException("Categorical: give either probabilities or scores (logits), not both, not neither");
            }

            if ((probs ?? logits)!.ndim == 0)
            {
                throw new ArgumentException("Categorical: a single number; give at least one dimension, the last of which counts the classes");
            }

            _probs = probs is null ? null : probs / probs.sum(-1L, keepdim: true);
            _logits = logits is null ? null : logits - logits.logsumexp(-1, keepdim: true);
        }

        public override Tensor mean => full(batch_shape.Shape, double.NaN, probs.dtype);

        public override Tensor variance => full(batch_shape.Shape, double.NaN, probs.dtype);

        public override Tensor mode => probs.argmax(-1);

        public Tensor probs => _probs ?? LogitsToProbs(_logits!);

        public Tensor logits => _logits ?? ProbsToLogits(_probs!);

        public long[] param_shape => (_probs ?? _logits!).shape;

        public override Tensor rsample(params long[] sample_shape)
        {
            var rows = probs.reshape(-1, param_shape[^1]);
            var count = sample_shape.Aggregate(1L, (product, size) => product * size);
            return rows.multinomial(count, true, generator).t().reshape(ExtendedShape(sample_shape));
        }

        public override Tensor log_prob(Tensor value)
        {
            var pair = broadcast_tensors(value.to(int64).unsqueeze(-1), logits);
            return pair[1].gather(-1, pair[0][TensorIndex.Ellipsis, TensorIndex.Slice(0, 1)]).squeeze(-1);
        }

        public override Tensor entropy() => -(logits.clamp_min(probs.dtype == ScalarType.Float64 ? double.MinValue : float.MinValue) * probs).sum(-1L);

        public override Tensor enumerate_support(bool expand = true)
        {
            var values = arange(param_shape[^1]).reshape([-1, .. Enumerable.Repeat(1L, batch_shape.Length)]);
            return expand ? values.expand([-1, .. batch_shape]) : values;
        }

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            long[] shape = [.. batch_shape, param_shape[^1]];
            return new Categorical(_probs?.expand(shape), _logits?.expand(shape), generator);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

            /// <summary>So many classes, all alike.</summary>
            public static Categorical Categorical(int categories, Generator? generator = null) => new(ones(categories) / categories, null, generator);
        }
    }
}
