using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>An explanation of one's own that stands the test: deleting what it names hurts.</summary>
internal sealed class Exercise17_3 : Exercise<Func<nn.Module<Tensor, Tensor>, Tensor, Tensor>>
{
    private const double Bar = 2;
    private const double Share = 0.1;

    public override string Title => "an explanation that stands the test";

    public override IReadOnlyList<string> Hints =>
    [
        "What is asked of a pixel is not only in which direction it pushes, but how much it pushes *as it stands*. Two numbers say that: the slope, and how far the pixel is from paper.",
        "Explain how far the answer's logit leads the second: `Tensor two = net.call(pixels).topk(2, 1).values`, then `two[.., 0] - two[.., 1]`, summed over the images. A backward pass from there gives the slopes of all images at once, as in exercise 17-1.",
        "`Tensor pixels = images.detach().clone().requires_grad_(); Tensor two = net.call(pixels).topk(2, 1).values; (two[.., 0] - two[.., 1]).sum().backward(); return pixels.grad * (images - paper);`",
    ];

    protected override void Examine(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor> important, Exam exam)
    {
        using var random = get_rng_state();   // the learner's random numbers go on as if nothing had been
        try
        {
            var (dense, convolution) = (DigitReader.Dense, DigitReader.Convolution);
            using var scope = NewDisposeScope();
            Judge("a network with one hidden layer", dense, important, exam);
            Judge("a network with a convolution", convolution, important, exam);
        }
        finally
        {
            set_rng_state(random);
        }
    }

    private static void Judge(string name, DigitReader reader, Func<nn.Module<Tensor, Tensor>, Tensor, Tensor> important, Exam exam)
    {
        Tensor? came = null;
        var images = reader.Images;
        exam.That(
            $"{name}: one number for each pixel",
            () => came = important(reader.Net, images),
            map => map is not null && map.shape.AsSpan().SequenceEqual(images.shape) && isfinite(map).all().item<bool>(),
            $"finite numbers of shape ({string.Join(", ", images.shape)})",
            map => map is null ? "Return a tensor." : map.shape.AsSpan().SequenceEqual(images.shape) ? "Some are not finite." : $"The shape is ({string.Join(", ", map.shape)}): every pixel of every image gets a number.");
        var map = came!.detach().cpu();
        var random = reader.Hurt(reader.Random(), Share);
        exam.That(
            $"{name}: hurt done by the first tenth of the inked pixels, as a multiple of random pixels",
            () => reader.Hurt(map, Share) / random,
            times => times >= Bar,
            $"at least {Numbers.Text(Bar)}",
            times => Cause(reader, map, times));
    }

    private static string Cause(DigitReader reader, Tensor map, double times) =>
        Alike(map, reader.Images) ? "That is the ink itself. It says where the digit is, and nothing of the network: a pixel can be black and not matter."
        : times < 0 ? "Deleting what it names first makes the network *surer*: is the sign turned round, or did you explain another answer than the network's?"
        : times < 1.3 ? "No better than random pixels. Does it depend on the network, and on the answer that this image got?"
        : "It does better than chance, but not twice as well. A pixel's effect is its slope times its distance from paper.";

    private static bool Alike(Tensor a, Tensor b) => RankOrder.Correlation(Flat(a), Flat(b)) > 0.999;

    private static double[] Flat(Tensor t) => [.. t[0].to(ScalarType.Float64).contiguous().data<double>()];
}
