namespace Course;

/// <summary>An exercise whose answer has a type: a delegate such as <c>Func&lt;double, double, double&gt;</c>, or a value.</summary>
internal abstract class Exercise<TAnswer> : Exercise
    where TAnswer : notnull
{
    public sealed override Type AnswerType => typeof(TAnswer);

    public sealed override void Examine(object answer, Exam exam) => Examine((TAnswer)answer, exam);

    /// <summary>Puts the cases to the answer; each is one call on <paramref name="exam"/>.</summary>
    protected abstract void Examine(TAnswer answer, Exam exam);
}
