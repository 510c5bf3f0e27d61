using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Torch.Tests.Parity;

/// <summary>The networks of parity.py, made in the same order so that they draw the same weights.</summary>
internal static class Networks
{
    public sealed class LstmNet : Module<Tensor, Tensor>
    {
        private readonly LSTM _lstm = LSTM(6, 12);
        private readonly Linear _out = Linear(12, 5);

        public LstmNet()
            : base(nameof(LstmNet)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _out.call(_lstm.call(input).Item1[-1]);
    }

    public sealed class Block : Module<Tensor, Tensor>
    {
        private readonly long _heads;
        private readonly LayerNorm _norm1;
        private readonly Linear _qkv;
        private readonly Linear _out;
        private readonly LayerNorm _norm2;
        private readonly Linear _up;
        private readonly Linear _down;

        public Block(long width, long heads)
            : base(nameof(Block))
        {
            _heads = heads;
            _norm1 = LayerNorm(width);
            _qkv = Linear(width, 3 * width);
            _out = Linear(width, width);
            _norm2 = LayerNorm(width);
            _up = Linear(width, 4 * width);
            _down = Linear(4 * width, width);
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

    public sealed class Gpt : Module<Tensor, Tensor>
    {
        private readonly Embedding _token = Embedding(11, 16);
        private readonly Embedding _place = Embedding(8, 16);
        private readonly ModuleList<Block> _blocks = new(new Block(16, 2), new Block(16, 2));
        private readonly LayerNorm _norm = LayerNorm(16);
        private readonly Linear _head = Linear(16, 11, hasBias: false);

        public Gpt()
            : base(nameof(Gpt))
        {
            // The blocks were drawn with the fields, before this: parity.py keeps the order.
            init.uniform_(_token.weight!, -2, 2);
            init.uniform_(_place.weight!, -2, 2);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var h = _token.call(input) + _place.call(arange(input.shape[1]));
            foreach (var block in _blocks)
            {
                h = block.call(h);
            }

            return _head.call(_norm.call(h)).reshape(-1, 11);
        }
    }

    public static Module<Tensor, Tensor> Mlp() => Sequential(Linear(20, 16), ReLU(), Dropout(0.2), Linear(16, 5));

    public static Module<Tensor, Tensor> Cnn() => Sequential(
        Conv2d(1, 6, 3, padding: 1), BatchNorm2d(6), ReLU(), MaxPool2d(2), Conv2d(6, 8, 3, stride: 2), Tanh(), Flatten(), Linear(32, 5));
}
