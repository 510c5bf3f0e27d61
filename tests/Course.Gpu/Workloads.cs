using Course.Benchmarks.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Gpu;

/// <summary>08's MLP, 09's CNN and 16's GPT, at the sizes of their notebooks.</summary>
internal static class Workloads
{
    private const int Digits = 6_000;
    private const int DigitsAtOnce = 64;
    private const int Context = 64;
    private const int TextsAtOnce = 32;
    private const int Seed = 1;

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("MLP 784-128-10 (08)", DigitsAtOnce, device => Reader(
            device, [-1, 784], () => Sequential(Linear(784, 128), ReLU(), Linear(128, 10)))),
        new("CNN 16-32 (09)", DigitsAtOnce, device => Reader(
            device, [-1, 1, 28, 28], () => Sequential(
                Conv2d(1, 16, 5), ReLU(), MaxPool2d(2), Conv2d(16, 32, 5), ReLU(), MaxPool2d(2), Flatten(), Linear(32 * 4 * 4, 10)))),
        new($"GPT 4 layers, 128 wide, context {Context} (16)", TextsAtOnce, Writer),
    ];

    private static Training Reader(torch.Device device, long[] shape, Func<Module<Tensor, Tensor>> make)
    {
        manual_seed(Seed);
        var net = make().to(device);
        var digits = Data.Mnist().Train.Take(Digits);
        var x = ((tensor(digits.ToFloats()) - 0.1307) / 0.3081).reshape(shape).to(device);
        var y = tensor(digits.Labels.Select(label => (long)label).ToArray()).to(device);
        var epoch = Batches.Of(Digits, DigitsAtOnce, Seed).Select(places => places.Select(place => (long)place).ToArray()).ToArray();
        return new(net, optim.Adam(net.parameters(), lr: 0.001), step =>
        {
            var rows = tensor(epoch[step % epoch.Length]).to(device);
            return (x[rows], y[rows]);
        });
    }

    private static Training Writer(torch.Device device)
    {
        manual_seed(Seed);
        var text = string.Join('\n', Data.Names());
        var characters = Vocabulary.OfCharacters(text);
        var net = new GptModel(characters.Count, Context, layers: 4, heads: 4, width: 128).to(device);
        var tokens = tensor(characters.Encode(text));
        var offsets = arange(Context + 1);
        return new(net, optim.AdamW(net.parameters(), lr: 0.003), _ =>
        {
            var starts = randint(0, tokens.shape[0] - Context, [TextsAtOnce]); // drawn on the processor: the same text on every device
            var lines = tokens[starts.unsqueeze(1) + offsets].to(device);      // (N, T + 1)
            return (lines[.., ..^1], lines[.., 1..].reshape(-1));
        });
    }
}
