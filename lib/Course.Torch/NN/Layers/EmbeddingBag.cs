using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sum, mean or maximum of the vectors of each bag of numbers.</summary>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly EmbeddingBagMode _mode;
        private readonly bool _lastOffset;
        private readonly long _padding;

        internal EmbeddingBag(Parameter weight, EmbeddingBagMode mode, bool include_last_offset, long padding_index)
            : base(nameof(EmbeddingBag))
        {
            (this.weight, _mode, _lastOffset, _padding) = (weight, mode, include_last_offset, padding_index);
            register_parameter("weight", weight);
        }

        public Parameter weight { get; }

        internal override string Settings() => $"{weight.shape[0]}, {weight.shape[1]}, mode={SettingText(_mode)}";

        /// <param name="input">Int64: (B, L), bags as rows; or 1-d with offsets.</param>
        /// <param name="offsets">Where each bag of a 1-d input starts, Int64 (B).</param>
        /// <param name="perSampleWeights">A weight per number, mode Sum only.</param>
        /// <returns>(B, embedding_dims); 0 for an empty bag.</returns>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            CheckWeights(input, perSampleWeights);
            var bags = BagOf(input, offsets);
            var numbers = input.reshape(-1);
            var kept = numbers.ne(_padding);
            var vectors = Embedding.Look(numbers, weight, null) * kept.unsqueeze(1);
            vectors = perSampleWeights is null ? vectors : vectors * perSampleWeights.reshape(-1, 1);
            var count = offsets is null ? input.shape[0] : offsets.shape[0] - (_lastOffset ? 1 : 0);
            if (_mode == EmbeddingBagMode.Max)
            {
                return Largest(vectors, bags, count);
            }

            var sums = zeros([count, weight.shape[1]], weight.dtype).index_add(0, bags, vectors, 1);
            return _mode == EmbeddingBagMode.Sum
                ? sums
                : sums / zeros(count, weight.dtype).index_add(0, bags, kept.to_type(weight.dtype), 1).clamp_min(1).unsqueeze(1);
        }

        public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);

        public Tensor call(Tensor input) => call(input, null, null);

        private static Tensor BagOf(Tensor input, Tensor? offsets)
        {
            if (input.ndim == 2)
            {
                if (offsets is not null)
                {
                    throw new ArgumentException($"EmbeddingBag: offsets with a {Layout.Text(input.shape)} input, whose rows are the bags; leave them out");
                }

                return arange(input.shape[0]).repeat_interleave(input.shape[1]);
            }

            if (offsets is null)
            {
                throw new ArgumentException("EmbeddingBag: a 1-d input needs offsets; give them, or a (B, L) input");
            }

            CheckOffsets(offsets.to_type(ScalarType.Int64).data<long>().ToArray(), input.shape[0]);
            return arange(input.shape[0]).bucketize(offsets, right: true) - 1;
        }

        private static void CheckOffsets(long[] starts, long count)
        {
            if (starts.Length > 0 && (starts[0] != 0 || starts[^1] > count || starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second)))
            {
                throw new TorchError($"EmbeddingBag: offsets {Layout.Text(starts)} for {count} numbers; they must begin with 0, never fall, and end at {count} or before");
            }
        }

        private void CheckWeights(Tensor input, Tensor? perSampleWeights)
        {
            if (perSampleWeights is not null && _mode != EmbeddingBagMode.Sum)
            {
                throw new TorchError($"EmbeddingBag: per-sample weights in mode {_mode}; they need EmbeddingBagMode.Sum");
            }

            if (perSampleWeights is not null && !perSampleWeights.Shape.AsSpan().SequenceEqual(input.Shape))
            {
                throw new TorchError($"EmbeddingBag: weights {perSampleWeights.ShapeText} for input {input.ShapeText}; give one for each number");
            }
        }

        private static Tensor Largest(Tensor vectors, Tensor bags, long count) => stack(
            Enumerable.Range(0, (int)count).Select(bag =>
            {
                var own = vectors.index_select(0, bags.eq(bag).nonzero().reshape(-1));
                return own.shape[0] == 0 ? zeros(vectors.shape[1], vectors.dtype) : own.amax([0]);
            }));
    }
}

namespace TorchSharp
{
    /// <summary>What a bag of vectors becomes.</summary>
    public enum EmbeddingBagMode
    {
        Sum = 0,
        Mean = 1,
        Max = 2,
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
                new(RandomTable(num_embeddings, embedding_dims, max_norm, scale_grad_by_freq, dtype, device), mode, include_last_offset, padding_index);

            public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
                new(new Parameter(embeddings, !freeze), mode, include_last_offset, padding_index);
        }
    }
}
