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
        using var limit = new TimeLimit(exercise.Limit);
        try
        {
            exercise.Examine(WatchedAnswer.Of(fitting, exercise.Changes), exam);
            return new Verdict(exercise, Outcome.Right, exam.Passed);
        }
        catch (WrongAnswerException wrong)
        {
            return new Verdict(exercise, Outcome.Wrong, exam.Passed, wrong.CaseName ?? exam.CaseName, wrong.Difference);
        }
        catch (Exception e) when (limit.HasPassed && IsInterrupt(e))
        {
            return TooLong(exercise, exam, limit.Limit, e);
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

    private static Verdict TooLong(Exercise exercise, Exam exam, TimeSpan limit, Exception stopped)
    {
        var where = LearnerFrame.Describe(stopped) is { } line ? $"It was stopped at {line}." : "It was stopped.";
        var difference = new Difference(
            $"no end within {Numbers.Text(limit.TotalSeconds)} s", "an answer", where + " Does every loop come to an end, and is the work in it no more than is needed?");
        return new Verdict(exercise, Outcome.Wrong, exam.Passed, exam.CaseName, difference);
    }

    private static Verdict WrongType(Exercise exercise, object? answer)
    {
        var difference = new Difference(
            answer is null ? "null" : AnswerType.Describe(answer.GetType()),
            AnswerType.Describe(exercise.AnswerType),
            "Hand in the function itself, without parentheses behind its name, and with these types.");
        return new Verdict(exercise, Outcome.Wrong, 0, "the type of the answer", difference);
    }
}
