namespace Course;

/// <summary>Checks answers and equalities, and shows the result as a card.</summary>
public static class Check
{
    /// <summary>Tries a function on the cases of an exercise.</summary>
    /// <param name="id">Notebook and number, "01-2".</param>
    /// <param name="answer">The function by its name: <c>Check.Exercise("01-2", Mse)</c>.</param>
    /// <returns>A card: not attempted, wrong (first failing case), your code threw, or right. Being right is remembered.</returns>
    /// <exception cref="ArgumentException">There is no exercise of that id; the message suggests one.</exception>
    public static HtmlValue Exercise(string id, Delegate answer) => Examine(id, answer);

    /// <inheritdoc cref="Exercise(string, Delegate)"/>
    /// <param name="id">Notebook and number, "01-2".</param>
    /// <param name="answer">A value, for an exercise that wants one.</param>
    public static HtmlValue Exercise(string id, object answer) => Examine(id, answer);

    /// <summary>Checks that a number equals another within |expected| · relative or ± absolute, whichever is larger.</summary>
    /// <param name="actual">What was computed.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="relative">Relative tolerance.</param>
    /// <param name="absolute">Absolute tolerance.</param>
    /// <param name="what">What is compared, for the card.</param>
    public static HtmlValue Close(double actual, double expected, double relative = 1e-9, double absolute = 1e-12, string? what = null) =>
        CloseCard.For(actual, expected, new Tolerance(relative, absolute), what);

    /// <inheritdoc cref="Close(double, double, double, double, string?)"/>
    /// <remarks>Shapes are compared before values.</remarks>
    public static HtmlValue Close(
        IEnumerable<double> actual, IEnumerable<double> expected, double relative = 1e-9, double absolute = 1e-12, string? what = null) =>
        CloseCard.For(actual, expected, new Tolerance(relative, absolute), what);

    /// <inheritdoc cref="Close(double, double, double, double, string?)"/>
    /// <remarks>Shapes are compared before values.</remarks>
    public static HtmlValue Close(
        IEnumerable<float> actual, IEnumerable<float> expected, double relative = 1e-5, double absolute = 1e-6, string? what = null) =>
        CloseCard.For(actual, expected, new Tolerance(relative, absolute), what);

    /// <inheritdoc cref="Close(double, double, double, double, string?)"/>
    /// <remarks>Shapes are compared before values.</remarks>
    public static HtmlValue Close(
        double[,] actual, double[,] expected, double relative = 1e-9, double absolute = 1e-12, string? what = null) =>
        CloseCard.For(actual, expected, new Tolerance(relative, absolute), what);

    private static HtmlValue Examine(string id, object answer)
    {
        var verdict = Examiner.Judge(ExerciseCatalog.Get(id), answer);
        KernelReport.Exercise(id, verdict.OutcomeText);
        var progress = verdict.Outcome == Outcome.Right ? LearnerProgress.MarkSolved(id) : LearnerProgress.Load();
        return VerdictCard.For(verdict, progress.Sentence);
    }
}
