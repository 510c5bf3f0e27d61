namespace Course;

/// <summary>Puts cases to an answer. Every method names its case and throws at the first that fails, so the learner sees one thing to mend.</summary>
internal sealed class Exam
{
    /// <summary>The case being tried: what a card names when the learner's code throws in it.</summary>
    public string? CaseName { get; private set; }

    /// <summary>Cases that have passed.</summary>
    public int Passed { get; private set; }

    /// <summary>Wants the same value, exactly.</summary>
    public void Equal(string caseName, Func<object?> got, object wanted, params Suspect[] suspects) =>
        Compare(caseName, got, wanted, Tolerance.Exact, suspects);

    /// <summary>Wants the same numbers within |wanted| · <paramref name="relative"/>.</summary>
    public void Relative(string caseName, Func<object?> got, object wanted, double relative, params Suspect[] suspects) =>
        Compare(caseName, got, wanted, new Tolerance(relative, 0), suspects);

    /// <summary>Wants the same numbers within ± <paramref name="absolute"/>.</summary>
    public void Absolute(string caseName, Func<object?> got, object wanted, double absolute, params Suspect[] suspects) =>
        Compare(caseName, got, wanted, new Tolerance(0, absolute), suspects);

    /// <summary>Wants the same numbers within the larger of two tolerances.</summary>
    public void Compare(string caseName, Func<object?> got, object wanted, Tolerance tolerance, params Suspect[] suspects)
    {
        var came = Run(caseName, got);
        Settle(Comparison.Find(came, wanted, tolerance, suspects));
    }

    /// <summary>Wants a property that is no plain comparison.</summary>
    /// <param name="caseName">What is tried.</param>
    /// <param name="got">Calls the answer.</param>
    /// <param name="isRight">Judges what came.</param>
    /// <param name="wanted">What was wanted, in words.</param>
    /// <param name="cause">The likely cause, from what came; null when there is none to name.</param>
    public void That<T>(string caseName, Func<T> got, Func<T, bool> isRight, string wanted, Func<T, string?>? cause = null)
    {
        var came = Run(caseName, got);
        var text = Figures.From(came)?.ValuesText ?? came?.ToString() ?? "null";
        Settle(isRight(came) ? null : new Difference(text, wanted, cause?.Invoke(came)));
    }

    /// <summary>Wants an exception.</summary>
    public void Throws<TException>(string caseName, Func<object?> got, string? cause = null)
        where TException : Exception
    {
        CaseName = caseName;
        object? came;
        try
        {
            came = got();
        }
        catch (TException)
        {
            Passed++;
            return;
        }

        Settle(new Difference(Figures.From(came)?.ValuesText ?? came?.ToString() ?? "null", $"an {typeof(TException).Name}", cause));
    }

    private T Run<T>(string caseName, Func<T> got)
    {
        CaseName = caseName;
        return got();
    }

    private void Settle(Difference? difference)
    {
        if (difference is not null)
        {
            throw new WrongAnswerException(CaseName!, difference);
        }

        Passed++;
    }
}
