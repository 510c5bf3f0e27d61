using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A tensor read out of a safetensors file by its name, so that a reloaded network gives the same logits, bit for bit.</summary>
internal sealed class Exercise19_1 : Exercise<Func<byte[], string, float[]>>
{
    private const int LengthBytes = 8;
    private const int FloatBytes = 4;

    public override string Title => "reload, bit for bit";

    public override IReadOnlyList<string> Hints =>
    [
        "Three parts, one behind the other: 8 bytes that say how long the header is, the header, the numbers. `data_offsets` has two places, where the numbers of a tensor begin and end. From where are they counted?",
        "From the end of the header: byte `8 + length` of the file is place 0. `BitConverter.ToInt64(file, 0)` reads the length, `JsonDocument.Parse(file.AsMemory(8, length))` the header, and `header.RootElement.GetProperty(name)` finds the tensor.",
        "`int start = 8 + length + ends[0].GetInt32(), end = 8 + length + ends[1].GetInt32();` with `ends` the property `data_offsets`. There are `(end - start) / 4` floats, and number i is `BitConverter.ToSingle(file, start + 4 * i)`.",
    ];

    protected override void Examine(Func<byte[], string, float[]> values, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(19);
            Try(exam, values, "2-3-2", nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 2)), [2], []);
            Try(exam, values, "2-3-2 with a text in the header", nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 2)), [2], new() { ["note"] = "Füße, and three letters: déjà" });
            Try(exam, values, "a convolution", nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.Flatten(), nn.Linear(8, 3)), [1, 4, 4], new() { ["format"] = "pt" });
            Try(exam, values, "one layer, one number", nn.Sequential(nn.Linear(1, 1)), [1], []);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Try(Exam exam, Func<byte[], string, float[]> values, string name, Sequential net, long[] input, Dictionary<string, string> about)
    {
        var file = Written(net, about);
        foreach (var (entry, tensor) in net.state_dict().Reverse())   // not in the order of the file
        {
            var wanted = Floats(tensor);
            exam.Equal($"{name}: `{entry}`", () => values([.. file], entry), wanted, Slips(file, entry, wanted, net));
        }

        exam.Equal($"{name}: logits of a network that is filled with them", () => Reloaded(values, net, file, input), Floats(net.call(Input(input))));
    }

    // The same layers from other weights, filled with what the learner's function reads.
    private static float[] Reloaded(Func<byte[], string, float[]> values, Sequential net, byte[] file, long[] input)
    {
        var own = net.state_dict().ToDictionary(entry => entry.Key, entry => tensor(values([.. file], entry.Key), entry.Value.shape));
        var other = LayerCatalog.Make(LayerCatalog.Describe(net));
        other.load_state_dict(own);
        return Floats(other.call(Input(input)));
    }

    private static Tensor Input(long[] shape) => linspace(-1, 2, 2 * shape.Aggregate(1L, (all, size) => all * size)).reshape([2, .. shape]);

    private static float[] Floats(Tensor t) => t.detach().cpu().flatten().data<float>().ToArray();

    private static byte[] Written(Sequential net, Dictionary<string, string> about)
    {
        using var memory = new MemoryStream();
        Safetensors.Save(memory, net.state_dict(), about);
        return memory.ToArray();
    }

    private static Suspect[] Slips(byte[] file, string entry, float[] wanted, Sequential net)
    {
        var header = (int)BitConverter.ToInt64(file);
        var before = net.state_dict().TakeWhile(other => other.Key != entry).Sum(other => (int)other.Value.numel() * FloatBytes);
        Suspect Shifted(int start, string cause) => new(At(file, start, wanted.Length), cause);
        return
        [
            Shifted(LengthBytes + header, "Those are the first numbers of the file: begin at the first of the two `data_offsets`."),
            Shifted(before, "`data_offsets` count from the end of the header, not from the start of the file."),
            Shifted(header + before, "The 8 bytes of the length come before the header: its end is at 8 + length."),
            Shifted(LengthBytes + before, "The header comes before the numbers: add its length."),
            new(wanted.Select(value => BitConverter.ToSingle(Enumerable.Reverse(BitConverter.GetBytes(value)).ToArray())).ToArray(), "The bytes of each number are turned round: the lowest comes first."),
            new(wanted[..^1], "The last number is missing: the second of the two `data_offsets` is where the next tensor begins."),
            new(At(file, LengthBytes + header, (before / FloatBytes) + wanted.Length), "From the first number of the file on: begin at the first of the two `data_offsets`."),
        ];
    }

    private static float[] At(byte[] file, int start, int count) =>
        [.. Enumerable.Range(0, count).Select(i => start + (FloatBytes * i)).Where(at => at >= 0 && at + FloatBytes <= file.Length).Select(at => BitConverter.ToSingle(file, at))];
}
