using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>A small network that has learnt some digits, some others that it is asked about, and what deleting pixels does to its answers.</summary>
internal sealed class DigitReader
{
    private const int Side = 28;
    private const int Classes = 10;
    private const int Count = 2_000;
    private const int Asked = 100;
    private const int Epochs = 3;
    private const int Batch = 32;
    private const double Rate = 0.002;
    private const double Mean = 0.1307;
    private const double Deviation = 0.3081;
    private const double Paper = -Mean / Deviation;
    private const double LeastInk = 0.01;

    private static readonly Lazy<DigitReader> DenseOnce = new(() => New(() => nn.Sequential(nn.Flatten(), nn.Linear(Side * Side, 32), nn.ReLU(), nn.Linear(32, Classes))));

    private static readonly Lazy<DigitReader> ConvolutionOnce = new(() => New(() => nn.Sequential(nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Linear(8 * 36, Classes))));

    private readonly Tensor _firstTwo;   // (N, 2): the answer and the second choice
    private readonly Tensor _margin;

    private DigitReader(nn.Module<Tensor, Tensor> net)
    {
        Net = net;
        Images = Pixels(Data.Mnist().Test.Take(Asked));
        Teach(Data.Mnist().Train.Take(Count));
        using var quiet = no_grad();
        _firstTwo = net.call(Images).topk(2, 1).indexes;
        _margin = Margin(Images);
    }

    public nn.Module<Tensor, Tensor> Net { get; }

    /// <summary>(N, 1, 28, 28), standardised.</summary>
    public Tensor Images { get; }

    /// <summary>784-32-10, trained at the first call: ask outside of dispose scopes.</summary>
    public static DigitReader Dense => DenseOnce.Value;

    /// <summary>Eight kernels of 5 × 5, pooling and a layer, trained at the first call: ask outside of dispose scopes.</summary>
    public static DigitReader Convolution => ConvolutionOnce.Value;

    /// <summary>A map that knows nothing, the same at each call.</summary>
    public Tensor Random()
    {
        manual_seed(3);
        return rand_like(Images);
    }

    /// <summary>By how much the margin of the answers over the second choices falls, on average, when a share of each image's inked pixels becomes paper, those with the highest numbers first.</summary>
    public double Hurt(Tensor map, double share)
    {
        using var quiet = no_grad();
        var inked = (Images > Paper + LeastInk).flatten(1);
        var order = map.flatten(1).to(ScalarType.Float64).masked_fill(inked.logical_not(), double.NegativeInfinity).argsort(1, descending: true);
        var place = order.argsort(1);   // of each pixel in its image's order
        var gone = place < (inked.sum(1, keepdim: true) * share);
        return (_margin - Margin(Images.masked_fill(gone.reshape(Images.shape), Paper))).mean().item<float>();
    }

    private static DigitReader New(Func<nn.Module<Tensor, Tensor>> make)
    {
        manual_seed(17);
        return new DigitReader(make());
    }

    private Tensor Margin(Tensor images)
    {
        var logits = Net.call(images).gather(1, _firstTwo);
        return logits.select(1, 0) - logits.select(1, 1);
    }

    private void Teach(Digits digits)
    {
        var (x, y) = (Pixels(digits), tensor(digits.Labels.Select(label => (long)label).ToArray()));
        using var adam = optim.Adam(Net.parameters(), Rate);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var places in Batches.Of(Count, Batch, seed: 1, epoch))
            {
                using var scope = NewDisposeScope();
                var rows = tensor(places.Select(place => (long)place).ToArray());
                adam.zero_grad();
                nn.functional.cross_entropy(Net.call(x[rows]), y[rows]).backward();
                adam.step();
            }
        }
    }

    private static Tensor Pixels(Digits digits) => tensor(digits.ToFloats(), [digits.Count, 1, Side, Side]).sub_(Mean).div_(Deviation);
}
