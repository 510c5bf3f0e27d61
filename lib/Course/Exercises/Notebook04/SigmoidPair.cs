namespace Course;

/// <summary>A sigmoid network of two layers with one example: what exercise 04-2 is tried on.</summary>
internal sealed class SigmoidPair
{
    private const double Nudge = 1e-5;

    public SigmoidPair(int seed, int inputs, int hidden, int outputs)
    {
        var random = new Random(seed);
        double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] Row(int n) => [.. Enumerable.Range(0, n).Select(_ => Gaussian() / Math.Sqrt(n))];
        W1 = [.. Enumerable.Range(0, hidden).Select(_ => Row(inputs))];
        B1 = Row(hidden);
        W2 = [.. Enumerable.Range(0, outputs).Select(_ => Row(hidden))];
        B2 = Row(outputs);
        X = [.. Enumerable.Range(0, inputs).Select(_ => 0.1 + (0.9 * random.NextDouble()))];
        Y = [.. Enumerable.Range(0, outputs).Select(k => k == 0 ? 1.0 : 0.0)];
    }

    /// <summary>(hidden, inputs).</summary>
    public double[][] W1 { get; }

    /// <summary>(hidden).</summary>
    public double[] B1 { get; }

    /// <summary>(outputs, hidden).</summary>
    public double[][] W2 { get; }

    /// <summary>(outputs).</summary>
    public double[] B2 { get; }

    /// <summary>(inputs), each in [0.1, 1], so that no slope is zero for want of a pixel.</summary>
    public double[] X { get; }

    /// <summary>(outputs), one-hot.</summary>
    public double[] Y { get; }

    /// <summary>½ Σ (output − target)².</summary>
    public double Loss() => 0.5 * Run(W2, B2, Run(W1, B1, X)).Zip(Y, (p, t) => (p - t) * (p - t)).Sum();

    /// <summary>The slope of the loss for one entry, by a nudge to both sides.</summary>
    public double Slope(double[] row, int i)
    {
        var kept = row[i];
        row[i] = kept + Nudge;
        var up = Loss();
        row[i] = kept - Nudge;
        var down = Loss();
        row[i] = kept;
        return (up - down) / (2 * Nudge);
    }

    /// <summary>The slopes of a whole row.</summary>
    public double[] Slopes(double[] row) => [.. row.Select((_, i) => Slope(row, i))];

    /// <summary>Blame δ of the outputs and of the hidden neurons.</summary>
    /// <param name="atOutput">The slope of an output a, if it is not the sigmoid's.</param>
    /// <param name="atHidden">The slope of a hidden neuron a, if it is not the sigmoid's.</param>
    /// <param name="bias1">False leaves the biases of the hidden layer out.</param>
    /// <param name="bias2">False leaves those of the outputs out.</param>
    public (double[] Output, double[] Hidden) Blame(
        Func<double, double>? atOutput = null, Func<double, double>? atHidden = null, bool bias1 = true, bool bias2 = true)
    {
        var a1 = Run(W1, bias1 ? B1 : new double[B1.Length], X);
        var a2 = Run(W2, bias2 ? B2 : new double[B2.Length], a1);
        double[] output = [.. a2.Zip(Y, (p, t) => (p - t) * (atOutput ?? Slope)(p))];
        double[] hidden = [.. a1.Select((a, i) => Received(output, i) * (atHidden ?? Slope)(a))];
        return (output, hidden);
    }

    /// <summary>What a hidden neuron receives of the outputs' blame.</summary>
    public double Received(double[] output, int i) => W2.Select((row, j) => row[i] * output[j]).Sum();

    /// <summary>What the hidden layer gives.</summary>
    public double[] Hidden() => Run(W1, B1, X);

    /// <summary>What the output layer gives.</summary>
    public double[] Output() => Run(W2, B2, Hidden());

    private static double Slope(double a) => a * (1 - a);

    private static double[] Run(double[][] w, double[] b, double[] a) =>
        [.. w.Select((row, j) => 1 / (1 + Math.Exp(-(row.Zip(a, (u, v) => u * v).Sum() + b[j]))))];
}
