using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course;

using StopAnswer = Func<Sequential, Action, Func<double>, int, int, int>;

/// <summary>Early stopping: trains until the loss has not fallen for some epochs, and goes back to the best one.</summary>
internal sealed class Exercise11_3 : Exercise<StopAnswer>
{
    public override string Title => "stop, and go back";

    public override IReadOnlyList<string> Hints =>
    [
        "Keep two things along the way: the number of the best epoch so far and its loss. How many epochs without a new best have passed, at any time, is epoch − best.",
        "`state_dict()` names the parameters and hands out the tensors themselves, which go on changing. Keep a copy of each: `net.state_dict().ToDictionary(s => s.Key, s => s.Value.detach().clone())`. `net.load_state_dict(kept)` puts them back.",
        "In the loop: `train(); double now = loss(); if (now < lowest) { (best, lowest) = (epoch, now); kept = …; } else if (epoch - best == patience) break;` and after it `net.load_state_dict(kept); return best;`.",
    ];

    protected override void Examine(StopAnswer stop, Exam exam)
    {
        using var random = get_rng_state();   // a network draws its weights when it is made
        try
        {
            using var scope = NewDisposeScope();
            Try([3, 2, 1, 2, 3, 4], patience: 2, most: 6, best: 3, trained: 5);
            Try([5, 4, 3, 2], patience: 1, most: 4, best: 4, trained: 4);
            Try([1, 2, 3, 4, 5], patience: 3, most: 5, best: 1, trained: 4);
            Try([3, 2, 2.5, 1], patience: 1, most: 4, best: 2, trained: 3);
            Try([5, 4, 4.5, 3, 3.5, 3.6, 3.7, 1], patience: 3, most: 8, best: 4, trained: 7);
            Try([4, 1, 3, 2, 0.5], patience: 2, most: 5, best: 2, trained: 4);
            Try([2, 1, 1, 1, 0.5], patience: 2, most: 5, best: 2, trained: 4);
            Try([300, 200, 250], patience: 5, most: 3, best: 2, trained: 3);
            Try([0.9], patience: 1, most: 1, best: 1, trained: 1);
        }
        finally
        {
            set_rng_state(random);
        }

        void Try(double[] losses, int patience, int most, int best, int trained) => Ask(exam, stop, losses, patience, most, best, trained);
    }

    private static void Ask(Exam exam, StopAnswer stop, double[] losses, int patience, int most, int best, int trained)
    {
        using var run = new ScriptedRun(losses);
        var name = $"losses {string.Join(", ", losses.Select(loss => Numbers.Text(loss)))}, patience {patience}, at most {most} epochs";
        var came = new Lazy<int>(() => stop(run.Net, run.Train, run.Loss, patience, most));
        exam.That($"{name}: epochs trained", () => Trained(came.Value, run), count => count == trained, $"{trained}", count => Timing(count, trained, most, patience));
        exam.That($"{name}: the epoch that is returned", () => came.Value, epoch => epoch == best, $"{best}", epoch => Choice(epoch, run.Epochs, best, losses));
        exam.That($"{name}: the epoch whose weights the network has afterwards", run.Holds, epoch => epoch == best, $"{best}", epoch => Weights(epoch, run.Epochs));
    }

    private static int Trained(int came, ScriptedRun run)
    {
        _ = came;   // the answer has run
        return run.Epochs;
    }

    private static string? Timing(int count, int trained, int most, int patience) =>
        count == 0 ? "Call `train()` for each epoch, and `loss()` after it."
        : count > most ? $"At most {most} epochs."
        : count > trained ? $"It stops too late, or not at all: after {patience} epochs in a row without a new lowest loss. Equal is not below, and lower than the epoch before is not enough."
        : "It stops too early: `patience` epochs in a row without a new lowest loss are to pass, and each new lowest starts the count again.";

    private static string? Choice(int epoch, int last, int best, double[] losses) =>
        epoch == best - 1 ? "Epochs are counted from 1."
        : epoch == last ? "That is the last epoch; the best one is wanted."
        : epoch > best && epoch <= losses.Length && losses[epoch - 1] == losses[best - 1] ? "Of equal losses the first counts."
        : null;

    private static string? Weights(double epoch, int last) =>
        epoch == last ? "The network has the last epoch's weights. Copy them when an epoch is the best, with `clone()`: `state_dict()` hands out the tensors that go on changing. And load the copy in the end."
        : epoch < 0 ? "The weights are a mixture of several epochs."
        : null;

    /// <summary>A network whose weights say which epoch it is, and losses that are known beforehand.</summary>
    private sealed class ScriptedRun(double[] losses) : IDisposable
    {
        public Sequential Net { get; } = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 1));

        public int Epochs { get; private set; }

        public void Train()
        {
            Epochs++;
            using var quiet = no_grad();
            foreach (var p in Net.parameters())
            {
                p.fill_(Epochs);
            }
        }

        public double Loss() => losses[Math.Clamp(Epochs - 1, 0, losses.Length - 1)];

        /// <summary>The epoch that all weights come from; −1 for a mixture.</summary>
        public double Holds()
        {
            var values = Net.parameters().SelectMany(p => p.data<float>().ToArray()).Distinct().ToArray();
            return values.Length == 1 ? values[0] : -1;
        }

        public void Dispose() => Net.Dispose();
    }
}
