using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Distributions drawn in PyTorch's order, element after element.</summary>
internal static class Drawing
{
    // From this many elements on PyTorch fills normals in blocks of 16.
    private const int Block = 16;

    public static void Uniform(Tensor target, double from, double to, Generator generator)
    {
        if (target.dtype == ScalarType.Float64)
        {
            foreach (ref var value in target.Dense<double>())
            {
                value = Math.FusedMultiplyAdd(generator.NextDouble(), to - from, from); // one rounding, as PyTorch's build
            }
        }
        else
        {
            var (low, span) = ((float)from, (float)to - (float)from);
            foreach (ref var value in target.Dense<float>())
            {
                value = MathF.FusedMultiplyAdd(generator.NextSingle(), span, low);
            }
        }
    }

    public static void Normal(Tensor target, double mean, double std, Generator generator)
    {
        if (target.Count < Block)
        {
            Fill(target, () => (generator.NextNormal() * std) + mean);
        }
        else if (target.dtype == ScalarType.Float64)
        {
            Blocks(target.Dense<double>(), generator.NextDouble, mean, std);
        }
        else
        {
            Blocks(target.Dense<float>(), generator.NextSingle, (float)mean, (float)std);
        }
    }

    public static void Integers(Tensor target, long low, long high, Generator generator)
    {
        var range = (ulong)(high - low);
        Fill(target, range >= 1UL << 32
            ? () => (long)(generator.Next64() % range) + low
            : () => (long)(generator.Next32() % range) + low);
    }

    public static void Bernoulli(Tensor target, double p, Generator generator) => Fill(target, () => generator.NextDouble() < p ? 1 : 0);

    /// <summary>One draw per probability, of single precision if the probabilities were.</summary>
    /// <param name="probabilities">Dense, Float64.</param>
    public static void Bernoulli(Tensor probabilities, bool single, Tensor target, Generator generator)
    {
        var next = 0;
        Fill(target, () => (single ? generator.NextSingle() : generator.NextDouble()) < probabilities.Dense<double>()[next++] ? 1 : 0);
    }

    public static void Exponential(Tensor target, double lambda, Generator generator) =>
        Fill(target, () => -1 / lambda * double.LogP1(-generator.NextDouble()));

    /// <summary>A random order of 0 … n − 1, by swapping forwards.</summary>
    public static long[] Permutation(long n, Generator generator)
    {
        var order = new long[n];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var wide = n >= uint.MaxValue / 20;
        for (var i = 0; i < order.Length - 1; i++)
        {
            var rest = (ulong)(order.Length - i);
            var j = i + (int)((wide ? generator.Next64() : generator.Next32()) % rest);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private static void Fill(Tensor target, Func<double> next)
    {
        if (target.dtype == ScalarType.Float64)
        {
            foreach (ref var value in target.Dense<double>())
            {
                value = next();
            }
        }
        else if (target.dtype == ScalarType.Float32)
        {
            foreach (ref var value in target.Dense<float>())
            {
                value = (float)next();
            }
        }
        else
        {
            Fill(target, () => (long)next());
        }
    }

    private static void Fill(Tensor target, Func<long> next)
    {
        using var drawn = Tensor.Empty(target.Shape, ScalarType.Int64);
        foreach (ref var value in drawn.Dense<long>())
        {
            value = next();
        }

        Copying.Copy(drawn, target);
    }

    private static void Blocks(Span<double> values, Func<double> uniform, double mean, double std)
    {
        foreach (ref var value in values)
        {
            value = uniform();
        }

        for (var i = 0; i < values.Length - (Block - 1); i += Block)
        {
            BoxMuller(values.Slice(i, Block), mean, std);
        }

        if (values.Length % Block != 0)
        {
            var last = values[^Block..];
            foreach (ref var value in last)
            {
                value = uniform();
            }

            BoxMuller(last, mean, std);
        }
    }

    private static void Blocks(Span<float> values, Func<float> uniform, float mean, float std)
    {
        foreach (ref var value in values)
        {
            value = uniform();
        }

        for (var i = 0; i < values.Length - (Block - 1); i += Block)
        {
            BoxMuller(values.Slice(i, Block), mean, std);
        }

        if (values.Length % Block != 0)
        {
            var last = values[^Block..];
            foreach (ref var value in last)
            {
                value = uniform();
            }

            BoxMuller(last, mean, std);
        }
    }

    private static void BoxMuller(Span<double> block, double mean, double std)
    {
        for (var i = 0; i < Block / 2; i++)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - block[i]));
            var (sin, cos) = Math.SinCos(2 * Math.PI * block[i + (Block / 2)]);
            block[i] = (radius * cos * std) + mean;
            block[i + (Block / 2)] = (radius * sin * std) + mean;
        }
    }

    private static void BoxMuller(Span<float> block, float mean, float std)
    {
        for (var i = 0; i < Block / 2; i++)
        {
            var radius = MathF.Sqrt(-2 * MathF.Log(1 - block[i]));
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * block[i + (Block / 2)]);
            block[i] = (radius * cos * std) + mean;
            block[i + (Block / 2)] = (radius * sin * std) + mean;
        }
    }
}
