namespace Course;

/// <summary>A 4-5-5-5-3 sigmoid network with one example and a backward pass that has one mistake: the three patients of exercise 04-3.</summary>
public sealed class Patient
{
    private static readonly int[] Sizes = [4, 5, 5, 5, 3];

    private readonly double[] _x;
    private readonly double[] _y = [1, 0, 0];

    private Patient(int seed, Ailment ailment)
    {
        var random = new Random(seed);
        double[] Row(int n) => [.. Enumerable.Range(0, n).Select(_ => (2 * random.NextDouble()) - 1)];
        Layers =
        [
            .. Enumerable.Range(1, Sizes.Length - 1).Select(number => new PatientLayer(
                number,
                [.. Enumerable.Range(0, Sizes[number]).Select(_ => Row(Sizes[number - 1]))],
                Row(Sizes[number]),
                [.. Enumerable.Range(0, Sizes[number]).Select(_ => new double[Sizes[number - 1]])],
                new double[Sizes[number]])),
        ];
        _x = Row(Sizes[0]);
        Claim(ailment);
    }

    private enum Ailment
    {
        // Layer 2's blame lacks the sigmoid's slope; layer 1 is spoilt by it.
        BareBlame,

        // Layer 3 multiplies its blame by its own output, not by what it was given.
        OwnOutput,

        // Layer 1 counts the slopes of its biases twice.
        DoubledBias,
    }

    /// <summary>A fresh copy of patient A.</summary>
    public static Patient A => new(1, Ailment.BareBlame);

    /// <summary>A fresh copy of patient B.</summary>
    public static Patient B => new(2, Ailment.OwnOutput);

    /// <summary>A fresh copy of patient C.</summary>
    public static Patient C => new(3, Ailment.DoubledBias);

    /// <summary>Four layers, from the input to the output.</summary>
    public IReadOnlyList<PatientLayer> Layers { get; }

    /// <summary>½ Σ (output − target)² with the weights as they now are.</summary>
    public double Loss() => 0.5 * Run()[^1].Zip(_y, (p, t) => (p - t) * (p - t)).Sum();

    private List<double[]> Run()
    {
        List<double[]> a = [_x];
        foreach (var layer in Layers)
        {
            a.Add([.. layer.W.Select((row, j) => 1 / (1 + Math.Exp(-(row.Zip(a[^1], (u, v) => u * v).Sum() + layer.B[j]))))]);
        }

        return a;
    }

    private void Claim(Ailment ailment)
    {
        var a = Run();
        double[] delta = [.. a[^1].Zip(_y, (p, t) => (p - t) * p * (1 - p))];
        for (var k = Layers.Count - 1; k >= 0; k--)
        {
            var layer = Layers[k];
            Claim(layer, delta, ailment == Ailment.OwnOutput && layer.Number == 3 ? a[k + 1] : a[k]);
            if (ailment == Ailment.DoubledBias && layer.Number == 1)
            {
                delta.Select(d => 2 * d).ToArray().CopyTo(layer.ClaimedB, 0);
            }

            var isBare = ailment == Ailment.BareBlame && layer.Number == 3;
            double[] given = a[k];
            delta = [.. given.Select((v, i) => layer.W.Select((row, j) => row[i] * delta[j]).Sum() * (isBare ? 1 : v * (1 - v)))];
        }
    }

    private static void Claim(PatientLayer layer, double[] delta, double[] a)
    {
        for (var j = 0; j < delta.Length; j++)
        {
            layer.ClaimedB[j] = delta[j];
            a.Select(value => delta[j] * value).ToArray().CopyTo(layer.ClaimedW[j], 0);
        }
    }
}
