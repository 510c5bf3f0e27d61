using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Training;

/// <summary>A run of 40 steps that draws random numbers as it goes (dropout), with a checkpoint after every fifth.</summary>
internal sealed class ToyRun : IDisposable
{
    public const int Steps = 40;
    private const int SaveEvery = 5;

    private readonly Tensor _x;
    private readonly Tensor _y;
    private readonly List<double> _losses = [];

    public ToyRun(string path, long hidden = 8)
    {
        manual_seed(1);
        _x = randn(16, 4);
        _y = randint(0, 3, 16);
        Net = Sequential(Linear(4, hidden), ReLU(), Dropout(0.5), Linear(hidden, 3));
        Optimizer = optim.Adam(Net.parameters(), lr: 0.01);
        Checkpoint = Checkpoint.At(path, Net, Optimizer);
    }

    public Sequential Net { get; }

    public Adam Optimizer { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>All that a run comes to: losses, weights, and the next random number.</summary>
    public string Outcome =>
        string.Join(" ", _losses.Select(loss => loss.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))
        + " | " + string.Concat(Net.state_dict().Values.Select(tensor => Convert.ToHexString(tensor.bytes)))
        + " | " + Convert.ToHexString(rand(1).bytes);

    /// <summary>Goes on from the checkpoint, if there is one, to the end or until told to stop.</summary>
    public ToyRun Go(Func<long, bool>? stop = null, double[]? ballast = null)
    {
        Checkpoint.TryResume(out var state);
        _losses.Clear(); // a second go starts from what the file has
        _losses.AddRange(state["loss"]);
        for (var step = state.Step + 1; step <= Steps && stop?.Invoke(step) != true; step++)
        {
            Optimizer.zero_grad();
            using var loss = functional.cross_entropy(Net.call(_x), _y);
            loss.backward();
            Optimizer.step();
            _losses.Add(loss.item<float>());
            if (step % SaveEvery == 0)
            {
                Checkpoint.Save(0, step, ("loss", _losses), ("ballast", ballast ?? []));
            }
        }

        return this;
    }

    public void Dispose()
    {
        Net.Dispose();
        Optimizer.Dispose();
        _x.Dispose();
        _y.Dispose();
    }
}
