using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Encoder layers on top of each other, all starting from copies of one.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> _layers = new();

        internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
            : base(nameof(TransformerEncoder))
        {
            // Copies take their values from the given layer: the draws behind their construction are undone.
            var state = get_rng_state();
            for (var i = 0; i < num_layers; i++)
            {
                _layers.Add(encoder_layer.Copy());
            }

            set_rng_state(state);
            register_module("layers", _layers);
        }

        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) =>
            _layers.Aggregate(src, (x, layer) => layer.Run(x, src_mask, src_key_padding_mask));

        public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null);

        public Tensor call(Tensor src) => call(src, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}
