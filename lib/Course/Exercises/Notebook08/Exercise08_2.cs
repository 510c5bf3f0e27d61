using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>A loop that can learn one batch by heart.</summary>
internal sealed class Exercise08_2 : Exercise<Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, double[]>>
{
    private const int MostSteps = 200;
    private const double Wanted = 0.01;

    public override string Title => "one batch by heart";

    public override IReadOnlyList<string> Hints =>
    [
        "The same batch at every step: score, loss, slopes to zero, backward, step. Note each loss in a list.",
        "Make the optimiser once, before the loop: `var adam = optim.Adam(net.parameters(), 0.001);`. One made anew in each step forgets its momentum.",
        "`for (int t = 0; t < 200; t++) { var loss = functional.cross_entropy(net.call(x), y); adam.zero_grad(); loss.backward(); adam.step(); losses.Add(loss.item<float>()); }`",
    ];

    protected override void Examine(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, double[]> overfit, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(8);
            var (x, y) = (rand(64, 784), randint(0, 10, 64));
            using var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));
            var (first, squashed) = (Loss(net, x, y), Loss(net, x, y, squash: true));
            exam.That(
                "64 images of noise with random labels",
                () => Attempt.Of(overfit(net, x, y), first, squashed, Loss(net, x, y), Pile(net, x, y)),
                attempt => attempt.Cause is null,
                $"at most {MostSteps} losses, the last below {Numbers.Text(Wanted)}, and a network that has learnt",
                attempt => attempt.Cause);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static double Loss(nn.Module<Tensor, Tensor> net, Tensor x, Tensor y, bool squash = false)
    {
        using var quiet = no_grad();
        var scores = net.call(x);
        return nn.functional.cross_entropy(squash ? scores.softmax(1) : scores, y).item<float>();
    }

    // How many times larger the slopes left lying are than those of the last steps can be: all steps' slopes on one pile are.
    private static double Pile(nn.Module<Tensor, Tensor> net, Tensor x, Tensor y)
    {
        double Norm() => Math.Sqrt(net.parameters().Where(p => p.grad is not null).Sum(p => (double)p.grad!.square().sum().item<float>()));
        var left = Norm();
        net.zero_grad();
        nn.functional.cross_entropy(net.call(x), y).backward();
        return left / Norm();
    }

    private sealed record Attempt(string Text, string? Cause)
    {
        private const double Slight = 1e-3;
        private const double Unlikely = 50;

        public static Attempt Of(double[]? losses, double first, double squashed, double last, double pile)
        {
            if (losses is not { Length: > 0 })
            {
                return new("no losses", "Return the loss of every step.");
            }

            var text = $"{losses.Length} losses, from {Numbers.Text(losses[0], 3)} to {Numbers.Text(losses[^1], 3)}; afterwards the network has {Numbers.Text(last, 3)}";
            return new(text, Judge(losses, first, squashed, last, pile));
        }

        public override string ToString() => Text;

        private static string? Judge(double[] losses, double first, double squashed, double last, double pile) =>
            losses.Length > MostSteps ? $"{MostSteps} steps are allowed."
            : Math.Abs(last - first) < Slight ? "The network is as it was: is `step()` called, on an optimiser that has `net.parameters()`?"
            : Math.Abs(losses[0] - squashed) < Slight / 10 && Math.Abs(first - squashed) > Slight ? "`cross_entropy` takes the softmax itself: give it the raw scores."
            : pile > Unlikely ? "The slopes of all steps are piled up: `zero_grad()` before each `backward()`."
            : losses.Length == 1 && losses[0] < first - Slight ? "Return the loss of *every* step, not only the last."
            : Math.Abs(losses[0] - first) >= Slight ? $"The first loss is to be that of the fresh network on `x` and `y`, {Numbers.Text(first, 4)}: note it before the first step, and train on what you are given."
            : !double.IsFinite(losses[^1]) ? "The loss is no number any more: the rate is too high."
            : last > first ? "The network has become worse: are the slopes set to zero before each `backward()`, and is the rate small enough?"
            : losses[^1] >= Wanted && losses.Length < MostSteps ? "The loss is still too high, and you have steps left."
            : losses[^1] >= Wanted ? "It learns, but too slowly: another optimiser, or a higher rate."
            : last >= 2 * Wanted ? "The network's own loss is higher than the last one in the list."
            : null;
    }
}
