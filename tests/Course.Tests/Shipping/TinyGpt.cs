using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Shipping;

/// <summary>Notebook 16's network, as notebook 19 exports it.</summary>
internal sealed class TinyGpt : Module<Tensor, Tensor>
{
    private readonly long _context;
    private readonly long _heads;
    private readonly Embedding _token;
    private readonly Embedding _place;
    private readonly ModuleList<Block> _blocks;
    private readonly Sequential _end;

    public TinyGpt(long vocabulary, long context, int layers, long heads, long width)
        : base("gpt")
    {
        (_context, _heads) = (context, heads);
        (_token, _place) = (Embedding(vocabulary, width), Embedding(context, width));
        _blocks = ModuleList(Enumerable.Range(0, layers).Select(_ => new Block(width, heads)).ToArray());
        _end = Sequential(LayerNorm(width), Linear(width, vocabulary, hasBias: false));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) =>
        _end.call(_blocks.Aggregate(_token.call(x) + _place.weight!, (h, block) => block.call(h)));

    public OnnxGraph Export()
    {
        var graph = new OnnxGraph("gpt");
        var later = graph.Weight(full([_context, _context], float.NegativeInfinity).triu(1));
        string Cut(string x) => graph.Node("Transpose", [graph.Reshape(x, 0, 0, _heads, -1)], ("perm", new long[] { 0, 2, 1, 3 }));
        string Attend(string x, Block block)
        {
            var qkv = graph.Split(graph.Layer(x, block.Qkv), 3).Select(Cut).ToArray();
            var scores = graph.Node("MatMul", [qkv[0], graph.Node("Transpose", [qkv[1]], ("perm", new long[] { 0, 1, 3, 2 }))]);
            var scaled = graph.Node("Mul", [scores, graph.Weight(tensor((float)block.Scale))]);
            var shares = graph.Node("Softmax", [graph.Node("Add", [scaled, later])], ("axis", -1));
            var seen = graph.Node("Transpose", [graph.Node("MatMul", [shares, qkv[2]])], ("perm", new long[] { 0, 2, 1, 3 }));
            return graph.Layer(graph.Reshape(seen, 0, 0, -1), block.Mix);
        }

        var h = graph.Node("Add", [graph.Layer(graph.Input("tokens", ScalarType.Int64, -1, _context), _token), graph.Weight(_place.weight!)]);
        foreach (var block in _blocks)
        {
            h = graph.Node("Add", [h, Attend(graph.Layer(h, block.Norm), block)]);
            h = graph.Node("Add", [h, graph.Layer(h, block.Think)]);
        }

        graph.Output("logits", graph.Layer(h, _end), ScalarType.Float32, -1, _context, _token.weight!.shape[0]);
        return graph;
    }

    internal sealed class Block : Module<Tensor, Tensor>
    {
        public Block(long width, long heads)
            : base("block")
        {
            (Heads, Scale) = (heads, 1 / Math.Sqrt(width / heads));
            (Norm, Qkv, Mix) = (LayerNorm(width), Linear(width, 3 * width), Linear(width, width));
            Think = Sequential(LayerNorm(width), Linear(width, 4 * width), GELU(), Linear(4 * width, width));
            RegisterComponents();
        }

        public long Heads { get; }

        public double Scale { get; }

        public LayerNorm Norm { get; }

        public Linear Qkv { get; }

        public Linear Mix { get; }

        public Sequential Think { get; }

        public override Tensor forward(Tensor x)
        {
            var parts = Qkv.call(Norm.call(x)).chunk(3, -1)
                .Select(part => part.reshape(x.shape[0], x.shape[1], Heads, -1).transpose(1, 2)).ToArray();
            var seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
            var h = x + Mix.call(seen.transpose(1, 2).flatten(2));
            return h + Think.call(h);
        }
    }
}
