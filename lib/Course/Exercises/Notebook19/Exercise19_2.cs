using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

/// <summary>A run that is stopped after epoch 3 and goes on in another process ends as one that was not.</summary>
internal sealed class Exercise19_2 : Exercise<RunKeeper>
{
    private const int Stop = 3;
    private const int Epochs = 5;

    [Flags]
    private enum Kept
    {
        Weights = 1,
        Memory = 2,
        Dice = 4,
        All = Weights | Memory | Dice,
    }

    public override string Title => "resume at epoch 3";

    public override IReadOnlyList<string> Hints =>
    [
        "Four things make the rest of a run: the weights, what Adam remembers, the state of the random numbers, and how far the run had come. Whatever is written first has to be read first.",
        "`net.save(file)` and `net.load(file)`, `adam.save_state_dict(file)` and `adam.load_state_dict(file)`, `file.Write(epoch)` and `file.ReadInt32()`. The random numbers: `get_rng_state()` is a tensor, and a tensor can `.Save(file)`.",
        "Saving: `file.Write(epoch); net.save(file); adam.save_state_dict(file); get_rng_state().Save(file);`. Resuming reads the same four in the same order, the last with `set_rng_state(Tensor.Load(file));`, and returns the epoch.",
    ];

    protected override void Examine(RunKeeper keeper, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            foreach (var (name, kind, stop) in (ReadOnlySpan<(string, int, int)>)[("dropout", 0, Stop), ("dropout, stopped after the first epoch", 0, 1), ("two layers with a norm between", 1, Stop)])
            {
                Try(exam, keeper, name, kind, stop);
            }
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Try(Exam exam, RunKeeper keeper, string name, int kind, int stop)
    {
        using var scope = NewDisposeScope();
        byte[] file = [];
        var whole = Whole(kind, stop, null);
        exam.Equal(
            $"{name}: the run that saves goes on as if it had not",
            () => Whole(kind, stop, (net, adam) => file = Saved(keeper.Save, net, adam, stop)),
            whole);
        exam.That(
            $"{name}: reading the file",
            () => Trouble(keeper, file, kind),
            trouble => trouble.Length == 0,
            "all that was written",
            _ => "What is written first has to be read first, and each half has to do the same things: four lines in each, in one order.");
        var epoch = 0;
        exam.Equal(
            $"{name}: losses and weights after a stop behind epoch {stop}",
            () => Rest(kind, stop, (net, adam) => epoch = keeper.Resume(new BinaryReader(new MemoryStream(file)), net, adam)),
            whole,
            Slips(kind, stop));
        exam.Equal($"{name}: the epoch that is returned", () => epoch, stop, new Suspect(0, "Write the epoch into the file, and return what was read."));
    }

    // Bytes that are read as something else give messages full of bytes: the kind of trouble is enough.
    private static string Trouble(RunKeeper keeper, byte[] file, int kind)
    {
        var net = Net(kind);
        try
        {
            keeper.Resume(new BinaryReader(new MemoryStream(file)), net, Optimizer(net));
            return "";
        }
        catch (Exception error) when (error is ArgumentException or IOException or FormatException or InvalidOperationException or OverflowException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return error.GetType().Name;
        }
    }

    private static byte[] Saved(Action<BinaryWriter, Sequential, Adam, int> save, Sequential net, Adam adam, int epoch)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        save(writer, net, adam, epoch);
        writer.Flush();
        return memory.ToArray();
    }

    private static Suspect[] Slips(int kind, int stop)
    {
        double[] With(Kept kept) => Rest(kind, stop, Keeper(kind, stop, kept));
        return
        [
            new(With(Kept.Weights | Kept.Dice), "The weights are right and Adam has forgotten: its averages of slopes belong to the run. `adam.save_state_dict` and `adam.load_state_dict`."),
            new(With(Kept.Weights | Kept.Memory), "Weights and Adam are right, and dropout draws other neurons: the state of the random numbers is missing. `get_rng_state` and `set_rng_state`."),
            new(With(Kept.Weights), "Only the weights have come back: Adam's memory and the state of the random numbers belong to the run as well."),
            new(With(Kept.Memory | Kept.Dice), "The weights have not come back: `net.save` and `net.load`."),
            new(With(0), "Nothing has come back: read what was written, in the same order."),
        ];
    }

    // What a mistaken pair would do, without a file: some of the state is carried over.
    private static Action<Sequential, Adam> Keeper(int kind, int stop, Kept kept)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        Whole(kind, stop, (net, adam) =>
        {
            net.save(writer);
            adam.save_state_dict(writer);
            get_rng_state().Save(writer);
        });
        writer.Flush();
        var bytes = memory.ToArray();
        var otherNet = Net(kind);
        var otherAdam = Optimizer(Net(kind));
        return (net, adam) =>
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            (kept.HasFlag(Kept.Weights) ? net : otherNet).load(reader);
            (kept.HasFlag(Kept.Memory) ? adam : otherAdam).load_state_dict(reader);
            var dice = Tensor.Load(reader);
            if (kept.HasFlag(Kept.Dice))
            {
                set_rng_state(dice);
            }
        };
    }

    // The last epochs of a run without a stop; at the stop somebody may look.
    private static double[] Whole(int kind, int stop, Action<Sequential, Adam>? look)
    {
        manual_seed(7);
        var net = Net(kind);
        var adam = Optimizer(net);
        for (var epoch = 1; epoch <= stop; epoch++)
        {
            Epoch(net, adam, epoch);
        }

        look?.Invoke(net, adam);
        return Last(net, adam, stop);
    }

    // Another process: other weights, an Adam that knows nothing, random numbers from elsewhere.
    private static double[] Rest(int kind, int stop, Action<Sequential, Adam> resume)
    {
        manual_seed(99);
        var net = Net(kind);
        var adam = Optimizer(net);
        manual_seed(98);
        resume(net, adam);
        return Last(net, adam, stop);
    }

    private static double[] Last(Sequential net, Adam adam, int stop)
    {
        var losses = Enumerable.Range(stop + 1, Epochs - stop).SelectMany(epoch => Epoch(net, adam, epoch)).ToArray();
        return [.. losses, .. net.state_dict().Values.SelectMany(value => value.detach().to(float64).flatten().data<double>().ToArray())];
    }

    private static double[] Epoch(Sequential net, Adam adam, int epoch) => [.. Batches.Of(32, 16, seed: 1, epoch).Select(batch =>
    {
        using var scope = NewDisposeScope();
        var x = (linspace(-1, 1, 32 * 6).reshape(32, 6) * 7).sin()[tensor(batch.Select(i => (long)i).ToArray())];
        var loss = nn.functional.cross_entropy(net.call(x), tensor(batch.Select(i => i % 3L).ToArray()));
        adam.zero_grad();
        loss.backward();
        adam.step();
        return (double)loss.item<float>();
    })];

    private static Sequential Net(int kind) => kind == 0
        ? nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 3))
        : nn.Sequential(nn.Linear(6, 5), nn.BatchNorm1d(5), nn.Tanh(), nn.Dropout(0.5), nn.Linear(5, 3));

    private static Adam Optimizer(Sequential net) => optim.Adam(net.parameters(), lr: 0.01);
}
