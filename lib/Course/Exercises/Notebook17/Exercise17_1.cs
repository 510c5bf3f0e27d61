using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Slopes of many images at once, each along its own answer; central differences are the judge.</summary>
internal sealed class Exercise17_1 : Exercise<Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor>>
{
    private const double Step = 1e-5;

    private static readonly Tolerance Near = new(1e-3, 1e-6);

    public override string Title => "many saliency maps at once";

    public override IReadOnlyList<string> Hints =>
    [
        "Image 3 has no say in the logits of image 5. So the slope of a *sum* over images, along the pixels of image 5, is the slope of image 5's own logit: one backward pass serves all of them.",
        "`net.call(pixels)` is (N, classes). `logits.gather(1, said.unsqueeze(1))` takes from each row the logit of what was said, (N, 1). Ask a fresh copy for slopes, `images.detach().clone().requires_grad_()`, so that nothing is left on `images`.",
        "`Tensor pixels = images.detach().clone().requires_grad_(); net.call(pixels).gather(1, said.unsqueeze(1)).sum().backward(); return pixels.grad;`",
    ];

    protected override void Examine(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> saliency, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            using var scope = NewDisposeScope();
            manual_seed(17);
            Try("one image, three answers", Dense(9, 3), Drawn(1, 1, 3, 3), [2], saliency, exam);
            Try("four images, each with its own answer", Dense(9, 3), Drawn(4, 1, 3, 3), [0, 2, 1, 2], saliency, exam);
            Try("convolution, two channels, images that are not square", Kernels(), Drawn(3, 2, 3, 4), [3, 1, 0], saliency, exam);
            AskTwice(saliency, exam);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Try(string name, nn.Module<Tensor, Tensor> net, Tensor images, long[] said, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> saliency, Exam exam) =>
        exam.Compare(name, () => saliency(net, images, tensor(said)), Differences(net, images, said), Near, Slips(net, images, said));

    // Slopes that are left on a tensor are added to at the next call.
    private static void AskTwice(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> saliency, Exam exam)
    {
        var (net, images, said) = (Dense(16, 4), Drawn(2, 1, 4, 4), new long[] { 1, 3 });
        var wanted = Differences(net, images, said);
        Tensor Asked() => saliency(net, images, tensor(said));
        exam.Compare("the same images, asked a second time", () => (Asked(), Asked()).Item2, wanted, Near, new Suspect(2 * wanted, "The slopes of the first call are still there, and were added to: ask a fresh copy of the images, `images.detach().clone()`."));
    }

    private static nn.Module<Tensor, Tensor> Dense(int pixels, int classes) =>
        nn.Sequential(nn.Flatten(), nn.Linear(pixels, 6), nn.Tanh(), nn.Linear(6, classes)).to(ScalarType.Float64);

    private static nn.Module<Tensor, Tensor> Kernels() =>
        nn.Sequential(nn.Conv2d(2, 3, 2), nn.Tanh(), nn.Flatten(), nn.Linear(18, 4)).to(ScalarType.Float64);

    private static Tensor Drawn(params long[] shape) => randn(shape, ScalarType.Float64);

    private static Tensor Differences(nn.Module<Tensor, Tensor> net, Tensor images, long[] said)
    {
        using var quiet = no_grad();
        var slopes = zeros_like(images);
        for (var k = 0; k < images.numel(); k++)
        {
            slopes.view(-1)[k] = (Said(net, Moved(images, k, Step), said) - Said(net, Moved(images, k, -Step), said)) / (2 * Step);
        }

        return slopes;
    }

    private static Tensor Said(nn.Module<Tensor, Tensor> net, Tensor images, long[] said) => net.call(images).gather(1, tensor(said).unsqueeze(1)).sum();

    private static Tensor Moved(Tensor images, int at, double by)
    {
        var moved = images.clone();
        moved.view(-1)[at] += by;
        return moved;
    }

    private static Suspect[] Slips(nn.Module<Tensor, Tensor> net, Tensor images, long[] said)
    {
        var right = Slopes(images, x => Said(net, x, said));
        long[] first = [.. said.Select(_ => said[0])];
        return
        [
            new(right.abs(), "The signs are gone: keep the slopes as they are, since below 0 more ink speaks against the answer."),
            new(-right, "The signs are turned round: that is how a loss slopes. The slope of the logit itself is wanted."),
            new(Slopes(images, x => net.call(x).sum()), "That is the slope of all logits together: pick the one that was said, `gather(1, said.unsqueeze(1))`."),
            new(Slopes(images, x => Said(net, x, first)), "Every image was asked about the answer of the first: each has its own in `said`."),
            new(Slopes(images, x => net.call(x).softmax(1).gather(1, tensor(said).unsqueeze(1)).sum()), "That is the slope of the chance, after a softmax: the logit is wanted."),
            new(Slopes(images, x => nn.functional.cross_entropy(net.call(x), tensor(said))), "That is the slope of the loss: the logit itself is wanted, and its sum over the images."),
            new(Slopes(images, x => Said(net, x, said) / images.shape[0]), "Divided by the number of images: take the sum over the images, not the mean, so that each has its own slopes."),
            new(right * images, "That is slope × pixel: the slope alone is wanted."),
        ];
    }

    private static Tensor Slopes(Tensor images, Func<Tensor, Tensor> number)
    {
        var pixels = images.detach().clone().requires_grad_();
        number(pixels).backward();
        return pixels.grad!.detach();
    }
}
