using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Benchmarks.Torch;

/// <summary>Notebook 16's network, and the mini-GPT of reference.py.</summary>
internal sealed class GptModel : Module<Tensor, Tensor>
{
    private readonly Embedding _token;
    private readonly Embedding _place;
    private readonly ModuleList<Block> _blocks;
    private readonly LayerNorm _norm;
    private readonly Linear _head;
    private readonly long _symbols;

    public GptModel(long symbols, long context, int layers, long heads, long width)
        : base(nameof(GptModel))
    {
        _symbols = symbols;
        (_token, _place) = (Embedding(symbols, width), Embedding(context, width));
        _blocks = new ModuleList<Block>(Enumerable.Range(0, layers).Select(_ => new Block(width, heads)).ToArray());
        (_norm, _head) = (LayerNorm(width), Linear(width, symbols, hasBias: false));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var h = _token.call(input) + _place.call(arange(input.shape[1], device: input.device));
        foreach (var block in _blocks)
        {
            h = block.call(h);
        }

        return _head.call(_norm.call(h)).reshape(-1, _symbols);
    }

    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly long _heads;
        private readonly LayerNorm _norm1;
        private readonly LayerNorm _norm2;
        private readonly Linear _qkv;
        private readonly Linear _out;
        private readonly Linear _up;
        private readonly Linear _down;

        public Block(long width, long heads)
            : base(nameof(Block))
        {
            _heads = heads;
            (_norm1, _norm2) = (LayerNorm(width), LayerNorm(width));
            (_qkv, _out) = (Linear(width, 3 * width), Linear(width, width));
            (_up, _down) = (Linear(width, 4 * width), Linear(4 * width, width));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var (b, t, c) = (input.shape[0], input.shape[1], input.shape[2]);
            var parts = _qkv.call(_norm1.call(input)).chunk(3, -1).Select(p => p.reshape(b, t, _heads, -1).transpose(1, 2)).ToArray();
            var mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
            var x = input + _out.call(mixed.transpose(1, 2).reshape(b, t, c));
            return x + _down.call(functional.gelu(_up.call(_norm2.call(x))));
        }
    }
}
