using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A learned vector per number: Int64 of any shape (…) → (…, embedding_dims).</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long? _padding;
        private Parameter _weight;

        internal Embedding(Parameter weight, long? padding_idx)
            : base(nameof(Embedding))
        {
            _weight = weight;
            _padding = padding_idx < 0 ? padding_idx + weight.shape[0] : padding_idx;
            ConditionallyRegisterParameter("weight", weight);
        }

        /// <summary>(num_embeddings, embedding_dims).</summary>
        public Parameter weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter("weight", _weight = value);
        }

        internal override string Settings() => $"{_weight.shape[0]}, {_weight.shape[1]}" + (_padding is { } row ? $", padding_idx={row}" : string.Empty);

        public override Tensor forward(Tensor input) => Look(input, _weight, _padding);

        /// <summary>Rows of a table; the padding's row gets no gradient.</summary>
        internal static Tensor Look(Tensor input, Tensor table, long? padding)
        {
            var rows = table.index_select(0, input.reshape(-1));
            if (padding is { } row && table.requires_grad)
            {
                var isPadding = input.reshape(-1, 1).eq(row);
                rows = where(isPadding, rows.detach(), rows);
            }

            return rows.reshape([.. input.shape, table.shape[1]]);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Rows start normal with deviation 1; the padding's row starts at 0. max_norm, scale_grad_by_freq and sparse must keep their defaults.</summary>
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var table = RandomTable(num_embeddings, embedding_dims, max_norm, scale_grad_by_freq, dtype, device);
                if (padding_idx is { } row)
                {
                    using var quiet = no_grad();
                    table[row].zero_();
                }

                return new Embedding(table, padding_idx);
            }

            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Parameter(embeddings, !freeze), padding_idx);

            internal static Parameter RandomTable(long rows, long columns, double? maxNorm, bool byFrequency, ScalarType? dtype, Device? device)
            {
                if (maxNorm is not null || byFrequency)
                {
                    throw new TorchError("Embedding: max_norm and scale_grad_by_freq are not in Course.Torch; leave them at their defaults");
                }

                return new Parameter(empty([rows, columns], dtype, device).normal_());
            }
        }
    }
}
