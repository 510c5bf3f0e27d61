using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention and a feed-forward part, each with a shortcut and a layer norm behind. (T, N, E).</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention _attention;
        private readonly Linear _first;
        private readonly Linear _second;
        private readonly LayerNorm _norm1;
        private readonly LayerNorm _norm2;
        private readonly (long Width, long Heads, long Inner, double Dropout, nn.Activations Activation) _made;

        internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation)
            : base(nameof(TransformerEncoderLayer))
        {
            _made = (d_model, nhead, dim_feedforward, dropout, activation);
            register_module("self_attn", _attention = nn.MultiheadAttention(d_model, nhead, dropout));
            register_module("linear1", _first = nn.Linear(d_model, dim_feedforward));
            register_module("linear2", _second = nn.Linear(dim_feedforward, d_model));
            register_module("norm1", _norm1 = nn.LayerNorm(d_model));
            register_module("norm2", _norm2 = nn.LayerNorm(d_model));
        }

        public override Tensor forward(Tensor src) => Run(src, null, null);

        public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

        /// <summary>A layer of the same form with the same values.</summary>
        internal TransformerEncoderLayer Copy()
        {
            var copy = new TransformerEncoderLayer(_made.Width, _made.Heads, _made.Inner, _made.Dropout, _made.Activation);
            copy.load_state_dict(state_dict());
            return copy;
        }

        internal Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
        {
            var attended = _attention.call(x, x, x, padding, need_weights: false, attn_mask: mask).Item1;
            x = _norm1.call(x + Drop(attended));
            var inner = _made.Activation == nn.Activations.GELU ? _first.call(x).gelu() : _first.call(x).relu();
            return _norm2.call(x + Drop(_second.call(Drop(inner))));
        }

        private Tensor Drop(Tensor x) => nn.functional.dropout(x, _made.Dropout, training);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);
        }
    }
}
