using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Attention with several heads side by side. Inputs are (L, N, E): time first.</summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
    {
        private readonly long _heads;
        private readonly long _width;
        private readonly double _dropout;
        private readonly Parameter? _inWeight;
        private readonly Parameter? _inBias;
        private readonly Parameter?[] _apart = new Parameter?[3];
        private readonly Linear _out;

        internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, long? kdim, long? vdim)
            : base(nameof(MultiheadAttention))
        {
            if (num_heads < 1 || embedded_dim % num_heads != 0)
            {
                throw new TorchError($"MultiheadAttention: width {embedded_dim} does not divide into {num_heads} heads");
            }

            (_heads, _width, _dropout) = (num_heads, embedded_dim, nn.functional.CheckedProbability("MultiheadAttention", dropout));
            _out = nn.Linear(embedded_dim, embedded_dim, bias);
            if ((kdim ?? embedded_dim) == embedded_dim && (vdim ?? embedded_dim) == embedded_dim)
            {
                register_parameter("in_proj_weight", _inWeight = new Parameter(nn.init.xavier_uniform_(empty(3 * embedded_dim, embedded_dim))));
            }
            else
            {
                string[] names = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];
                long[] widths = [embedded_dim, kdim ?? embedded_dim, vdim ?? embedded_dim];
                for (var i = 0; i < 3; i++)
                {
                    register_parameter(names[i], _apart[i] = new Parameter(nn.init.xavier_uniform_(empty(embedded_dim, widths[i]))));
                }
            }

            if (bias)
            {
                register_parameter("in_proj_bias", _inBias = new Parameter(zeros(3 * embedded_dim)));
                nn.init.zeros_(_out.bias!);
            }

            register_module("out_proj", _out);
        }

        /// <param name="query">Queries (L, N, E).</param>
        /// <param name="key">Keys (S, N, E).</param>
        /// <param name="value">Values (S, N, E).</param>
        /// <param name="key_padding_mask">Keys to leave out: Bool (N, S), true = ignore.</param>
        /// <param name="need_weights">Whether to return the weights, averaged over heads.</param>
        /// <param name="attn_mask">Bool (L, S), true = ignore; or numbers that are added.</param>
        /// <returns>(L, N, E), and (N, L, S) or null.</returns>
        public override Tuple<Tensor, Tensor?> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            foreach (var (name, x) in new[] { (nameof(query), query), (nameof(key), key), (nameof(value), value) })
            {
                if (x.ndim != 3 || x.shape[1] != query.shape[1])
                {
                    throw new TorchError($"MultiheadAttention: {name} {Layout.Text(x.shape)} with query {Layout.Text(query.shape)}; give (steps, batch, width), of one batch size");
                }
            }

            var (length, batch) = (query.shape[0], query.shape[1]);
            CheckMasks(query, key, value, key_padding_mask, attn_mask);
            var (q, k, v) = (Heads(Project(query, 0)), Heads(Project(key, 1)), Heads(Project(value, 2)));
            var scores = (q * (1 / Math.Sqrt(_width / (double)_heads))).matmul(k.mT); // (N, h, L, S)
            scores = Masked(scores, attn_mask, batch);
            scores = key_padding_mask is null ? scores : Masked(scores, key_padding_mask.reshape(batch, 1, 1, -1), batch);
            var weights = nn.functional.dropout(scores.softmax(-1), _dropout, training);
            var mixed = weights.matmul(v).permute(2, 0, 1, 3).reshape(length, batch, _width); // (N, h, L, d) → (L, N, E)
            return new Tuple<Tensor, Tensor?>(_out.call(mixed), need_weights ? weights.mean([1]) : null);
        }

        public new Tuple<Tensor, Tensor?> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private Tensor Project(Tensor x, int part)
        {
            var weight = _apart[part] ?? _inWeight!.narrow(0, part * _width, _width);
            return nn.functional.linear(x, weight, _inBias?.narrow(0, part * _width, _width));
        }

        private Tensor Heads(Tensor x) => x.reshape(x.shape[0], x.shape[1], _heads, -1).permute(1, 2, 0, 3); // (L, N, E) → (N, h, L, d)

        private void CheckMasks(Tensor query, Tensor key, Tensor value, Tensor? padding, Tensor? mask)
        {
            var (length, keys, batch) = (query.shape[0], key.shape[0], query.shape[1]);
            if (value.shape[0] != keys)
            {
                throw new TorchError($"MultiheadAttention: {keys} keys and {value.shape[0]} values; give a value for each key");
            }

            if (padding is not null && !padding.Shape.AsSpan().SequenceEqual([batch, keys]))
            {
                throw new TorchError($"MultiheadAttention: key_padding_mask {padding.ShapeText}; wanted (batch, keys): ({batch}, {keys})");
            }

            if (mask is { ndim: 3 } && !mask.Shape.AsSpan().SequenceEqual([batch * _heads, length, keys]))
            {
                throw new TorchError($"MultiheadAttention: attn_mask {mask.ShapeText}; wanted (queries, keys) or (batch · heads, queries, keys): ({batch * _heads}, {length}, {keys})");
            }
        }

        private Tensor Masked(Tensor scores, Tensor? mask, long batch)
        {
            if (mask is null)
            {
                return scores;
            }

            var shaped = mask.ndim == 3 ? mask.reshape(batch, _heads, mask.shape[1], mask.shape[2]) : mask;
            return shaped.dtype == ScalarType.Bool ? scores.masked_fill(shaped, double.NegativeInfinity) : scores + shaped;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>add_bias_kv and add_zero_attn must keep their defaults.</summary>
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                add_bias_kv || add_zero_attn
                    ? throw new TorchError("MultiheadAttention: add_bias_kv and add_zero_attn are not in Course.Torch; leave them false")
                    : new MultiheadAttention(embedded_dim, num_heads, dropout, bias, kdim, vdim);
        }
    }
}
