namespace Course;

/// <summary>Runs one attempt and judges it.</summary>
internal static class Examiner
{
    public static Verdict Judge(Exercise exercise, object? answer)
    {
        if (answer is null || AnswerType.Fit(answer, exercise.AnswerType) is not { } fitting)
        {
            return WrongType(exercise, answer);
        }

        var exam = new Exam();
        try
        {
            exercise.Examine(fitting, exam);
            return new Verdict(exercise, Outcome.Right, exam.Passed);
        }
        catch (WrongAnswerException wrong)
        {
            return new Verdict(exercise, Outcome.Wrong, exam.Passed, wrong.CaseName, wrong.Difference);
        }
        catch (Exception e) when (!IsInterrupt(e))
        {
            var error = e is AggregateException ? e.GetBaseException() : e;
            return error is NotAttemptedException
                ? new Verdict(exercise, Outcome.NotAttempted)
                : new Verdict(exercise, Outcome.Threw, exam.Passed, exam.CaseName, Error: error);
        }
    }

    // The stop button arrives as one of these; a check that swallowed it could not be stopped.
    private static bool IsInterrupt(Exception e) =>
        e is ThreadInterruptedException or ThreadAbortException or OperationCanceledException
        || (e.InnerException is { } inner && IsInterrupt(inner));

    private static Verdict WrongType(Exercise exercise, object? answer)
    {
        var difference = new Difference(
            answer is null ? "null" : AnswerType.Describe(answer.GetType()),
            AnswerType.Describe(exercise.AnswerType),
            "Hand in the function itself, without parentheses behind its name, and with these types.");
        return new Verdict(exercise, Outcome.Wrong, 0, "the type of the answer", difference);
    }
}
