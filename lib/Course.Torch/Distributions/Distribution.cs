namespace TorchSharp;

public static partial class torch
{
    /// <summary>Random variables as values: draws, densities, moments.</summary>
    public static partial class distributions
    {
        /// <summary>A batch of random variables. Its draws have the shape (samples, batch, event).</summary>
        public abstract class Distribution : IDisposable
        {
            protected Generator? generator;

            public Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape is null ? default(Size?) : new Size(batch_shape), event_shape is null ? default(Size?) : new Size(event_shape));
            }

            public Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape, event_shape);
            }

            public Size batch_shape { get; protected set; }

            public Size event_shape { get; protected set; }

            public abstract Tensor mean { get; }

            /// <summary>The likeliest value; NaN where all are alike.</summary>
            public virtual Tensor mode => mean * double.NaN;

            public abstract Tensor variance { get; }

            public virtual Tensor stddev => variance.sqrt();

            /// <summary>Draws without history.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var quiet = no_grad();
                return rsample(sample_shape);
            }

            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws through which gradients pass to the parameters, where the kind allows it.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>Logarithm of the density, or of the probability, at a value.</summary>
            public abstract Tensor log_prob(Tensor value);

            public abstract Tensor entropy();

            /// <summary>The same random variables in a larger batch.</summary>
            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            public virtual Tensor cdf(Tensor value) => throw Missing(nameof(cdf));

            public virtual Tensor icdf(Tensor value) => throw Missing(nameof(icdf));

            public virtual Tensor enumerate_support(bool expand = true) => throw Missing(nameof(enumerate_support));

            public virtual Tensor perplexity() => entropy().exp();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            protected void _init(Size? batch_shape = null, Size? event_shape = null)
            {
                this.batch_shape = batch_shape ?? Size.Empty;
                this.event_shape = event_shape ?? Size.Empty;
            }

            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];

            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : logits.softmax(-1);

            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false)
            {
                var inside = ClampProbs(probs);
                return isBinary ? inside.log() - (-inside).log1p() : inside.log();
            }

            /// <summary>Away from 0 and 1 by the smallest difference the type knows, so that logarithms stay finite.</summary>
            protected Tensor ClampProbs(Tensor probs)
            {
                var eps = probs.dtype == ScalarType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1;
                return probs.clamp(eps, 1 - eps);
            }

            /// <summary>All in one shape, and a finite number above 0 where one is needed.</summary>
            private protected static void CheckPositive(string kind, string name, Tensor values)
            {
                if (!values.detach().gt(0).all().ToBoolean())
                {
                    throw new ArgumentException($"{kind}: {name} must be above 0 everywhere; the least is {values.detach().min().ToDouble()}");
                }
            }

            private NotImplementedException Missing(string what) => new($"{GetType().Name} has no {what}");
        }
    }
}
