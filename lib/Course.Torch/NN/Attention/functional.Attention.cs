namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(q kᵀ / √d + mask) v.</summary>
            /// <param name="query">(…, L, d).</param>
            /// <param name="key">(…, S, d).</param>
            /// <param name="value">(…, S, dv).</param>
            /// <param name="attn_mask">Bool, true where looking is allowed; or numbers that are added. Broadcasts to (…, L, S).</param>
            /// <param name="p">Dropout of the weights; always acts if above 0.</param>
            /// <param name="is_casual">Each position sees itself and what came before (TorchSharp's spelling of causal).</param>
            /// <returns>(…, L, dv).</returns>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("scaled_dot_product_attention: give either a mask or is_casual: true");
                }

                CheckedProbability("scaled_dot_product_attention", p);
                if (query.Rank < 2 || key.Rank < 2 || value.Rank < 2)
                {
                    throw new TorchError($"scaled_dot_product_attention: query {query.ShapeText}, key {key.ShapeText}, value {value.ShapeText}; each needs (…, length, width)");
                }

                if (attn_mask is not null && attn_mask.dtype != ScalarType.Bool && attn_mask.dtype != query.dtype && attn_mask.dtype != ScalarType.Float32)
                {
                    throw new TorchError($"scaled_dot_product_attention: a {attn_mask.dtype} mask; give Bool (true = look), or numbers of the query's {query.dtype} that are added");
                }

                var fused = attn_mask is null && p == 0 ? Fused.Attention(query, key, value, is_casual) : null;
                return fused ?? dropout(Fused.AttentionWeights(query, key, attn_mask, is_casual), p).matmul(value);
            }
        }
    }
}
