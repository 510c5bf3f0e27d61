namespace Course;

/// <summary>Recognises right values in wrong places, and right places beside wrong ones.</summary>
internal static class Places
{
    private const int MostNamed = 3;

    /// <summary>Values that have changed places, or signs that are flipped at some of them.</summary>
    public static string? Cause(double[] got, Figures wanted)
    {
        int[] wrong = [.. Enumerable.Range(0, got.Length).Where(i => !LikelyCause.IsSame(got[i], wanted.Values[i]))];
        return wrong.Length == 0 || got.Length < 2 ? null : Moved(got, wanted, wrong) ?? Flipped(got, wanted, wrong);
    }

    /// <summary>Where it went wrong, when all else is right.</summary>
    public static string? Location(double[] got, Figures wanted)
    {
        int[] wrong = [.. Enumerable.Range(0, got.Length).Where(i => !LikelyCause.IsSame(got[i], wanted.Values[i]))];
        var right = got.Length - wrong.Length;
        return wrong.Length is 0 or > MostNamed || right < wrong.Length ? null
            : $"Only {string.Join(", ", wrong.Select(wanted.PlaceOf))} {(wrong.Length == 1 ? "is" : "are")} wrong; {(right == 1 ? "the other is" : $"the {Numbers.Text((long)right)} others are")} right.";
    }

    private static string? Moved(double[] got, Figures wanted, int[] wrong)
    {
        var values = wanted.Values;
        if (wrong is [var one, var other] && LikelyCause.IsSame(got[one], values[other]) && LikelyCause.IsSame(got[other], values[one]))
        {
            return $"{wanted.PlaceOf(one)} and {wanted.PlaceOf(other)} have changed places.";
        }

        if (Follows(got, i => values[^(i + 1)], 0, got.Length))
        {
            return "The values come in reverse order.";
        }

        var (early, late) = (Follows(got, i => values[i + 1], 0, got.Length - 1), Follows(got, i => values[i - 1], 1, got.Length));
        return got.Length < 4 || (!early && !late) ? null : $"Each value stands one place too {(early ? "early" : "late")}.";
    }

    private static bool Follows(double[] got, Func<int, double> expected, int from, int to) =>
        Enumerable.Range(from, to - from).All(i => LikelyCause.IsSame(got[i], expected(i)));

    private static string? Flipped(double[] got, Figures wanted, int[] wrong)
    {
        if (!wrong.All(i => LikelyCause.IsSame(got[i], -wanted.Values[i])))
        {
            return null;
        }

        return wrong.Length == 1 ? $"The sign of {wanted.PlaceOf(wrong[0])} is flipped." : $"The sign is flipped at {wrong.Length} places, first at {wanted.PlaceOf(wrong[0])}.";
    }
}
