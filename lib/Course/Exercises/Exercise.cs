namespace Course;

/// <summary>One machine-checked exercise. Derive from <see cref="Exercise{TAnswer}"/>; the class name <c>Exercise01_2</c> gives the id "01-2".</summary>
internal abstract class Exercise
{
    private const string NamePrefix = "Exercise";

    protected Exercise() => Id = GetType().Name[NamePrefix.Length..].Replace('_', '-');

    /// <summary>Notebook and number: "01-2".</summary>
    public string Id { get; }

    /// <summary>As in the notebook's heading, without the number.</summary>
    public abstract string Title { get; }

    /// <summary>From a nudge to nearly the answer; `backticks` set code.</summary>
    public abstract IReadOnlyList<string> Hints { get; }

    /// <summary>The type that an answer has to have.</summary>
    public abstract Type AnswerType { get; }

    /// <summary>Places of the inputs that an answer is to change: 0 is the first. All others are compared with copies afterwards.</summary>
    public virtual IReadOnlyList<int> Changes => [];

    /// <summary>How long a check may run before the loops of the answer are ended.</summary>
    public virtual TimeSpan Limit => TimeSpan.FromSeconds(30);

    /// <summary>The stored solution: what replaces the stub in the exercise's cell.</summary>
    public string Solution => Resource.Text($"{Id}.solution.cs").Trim();

    /// <summary>Tries the answer on the cases, in order, until one fails.</summary>
    /// <exception cref="WrongAnswerException">At the first failing case.</exception>
    public abstract void Examine(object answer, Exam exam);
}
