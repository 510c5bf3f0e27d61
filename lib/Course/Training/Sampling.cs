using static System.FormattableString;

namespace Course;

/// <summary>Chooses the next token from the scores that a language model gives to all of them.</summary>
public static class Sampling
{
    /// <summary>The token of the highest score; of equals, the first.</summary>
    /// <param name="logits">(V), any real values.</param>
    /// <exception cref="ArgumentException">No logits, or one that is NaN.</exception>
    public static int Greedy(IEnumerable<float> logits)
    {
        var scores = Scores(logits);
        return Array.IndexOf(scores, scores.Max());
    }

    /// <summary>Each token's chance, after temperature, top-k and top-p, in that order.</summary>
    /// <param name="logits">(V), any real values; −∞ for a token that may not come.</param>
    /// <param name="temperature">What the logits are divided by: below 1 the likely becomes likelier, above 1 all draw nearer; 0 is greedy.</param>
    /// <param name="topK">Only so many of the likeliest keep a chance.</param>
    /// <param name="topP">Only the fewest of the likeliest whose chances add up to this keep one; above 0, at most 1.</param>
    /// <returns>(V), from 0 to 1, adding up to 1.</returns>
    /// <exception cref="ArgumentException">No logits, or one that is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative temperature, a topK below 1, or a topP outside (0, 1].</exception>
    /// <remarks>Top-k: Fan, Lewis, Dauphin 2018. Top-p: Holtzman and others 2020.</remarks>
    public static double[] Chances(IEnumerable<float> logits, double temperature = 1, int? topK = null, double? topP = null)
    {
        Check(temperature, topK, topP);
        var scores = Scores(logits);
        var chances = Softmax(scores, temperature);
        if (topK is null && topP is null)
        {
            return chances;
        }

        // By score, not by chance: chances far below the first may all have become 0.
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i])];
        var kept = KeptBy(order, chances, topK ?? scores.Length, topP ?? double.PositiveInfinity);
        foreach (var token in order.AsSpan(kept))
        {
            chances[token] = 0;
        }

        var sum = chances.Sum();
        return [.. chances.Select(chance => chance / sum)];
    }

    /// <summary>Draws a token by its chances.</summary>
    /// <param name="logits">(V), any real values; −∞ for a token that may not come.</param>
    /// <param name="random">Give it a seed to get the same text again.</param>
    /// <param name="temperature">As for <see cref="Chances"/>.</param>
    /// <param name="topK">As for <see cref="Chances"/>.</param>
    /// <param name="topP">As for <see cref="Chances"/>.</param>
    /// <exception cref="ArgumentException">No logits, or one that is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative temperature, a topK below 1, or a topP outside (0, 1].</exception>
    public static int Draw(IEnumerable<float> logits, Random random, double temperature = 1, int? topK = null, double? topP = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        var chances = Chances(logits, temperature, topK, topP);
        var left = random.NextDouble();
        for (var token = 0; token < chances.Length; token++)
        {
            left -= chances[token];
            if (left < 0)
            {
                return token;
            }
        }

        return Array.FindLastIndex(chances, chance => chance > 0); // rounding left a crumb
    }

    private static double[] Softmax(float[] scores, double temperature)
    {
        var highest = scores.Max();
        if (temperature == 0 || float.IsInfinity(highest))
        {
            var first = Array.IndexOf(scores, highest);
            return [.. scores.Select((_, i) => i == first ? 1.0 : 0)];
        }

        double[] powers = [.. scores.Select(score => Math.Exp(((double)score - highest) / temperature))];
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    private static int KeptBy(int[] order, double[] chances, int topK, double topP)
    {
        var (kept, sum) = (0, 0.0);
        while (kept < Math.Min(order.Length, topK) && sum < topP)
        {
            sum += chances[order[kept++]];
        }

        return kept;
    }

    private static float[] Scores(IEnumerable<float> logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        float[] scores = [.. logits];
        var broken = Array.FindIndex(scores, float.IsNaN);
        return (scores.Length, broken) switch
        {
            (0, _) => throw new ArgumentException("There are no logits to choose from."),
            (_, >= 0) => throw new ArgumentException(Invariant($"Logit {broken} of {scores.Length} is NaN: has the training diverged?")),
            _ => scores,
        };
    }

    private static void Check(double temperature, int? topK, double? topP)
    {
        if (!(temperature >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), Invariant($"temperature is {temperature}; give 0 (greedy) or more, such as 0.8"));
        }

        if (topK < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(topK), Invariant($"topK is {topK}; keep at least one token"));
        }

        if (topP is not (null or (> 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(topP), Invariant($"topP is {topP}; give a share above 0 and at most 1, such as 0.9"));
        }
    }
}
