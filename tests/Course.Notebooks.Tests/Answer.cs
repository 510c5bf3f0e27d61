namespace Course.Notebooks.Tests;

/// <summary>An exercise cell with something in place of its stub, and what the check has to say of it.</summary>
/// <param name="Exercise">The cell.</param>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Code">The whole cell.</param>
/// <param name="Wanted">"right" or "wrong".</param>
/// <param name="Words">What the card has to contain; null: anything.</param>
internal sealed record Answer(ExerciseCell Exercise, string Name, string Code, string Wanted, string? Words)
{
    /// <summary>The planted answers, wrong and right, then the stored solution.</summary>
    public static IEnumerable<Answer> All(ExerciseCell exercise, ExerciseFiles files) => files.Wrong
        .Select(wrong => new Answer(exercise, wrong.Name, exercise.With(wrong.Code), "wrong", wrong.Expected))
        .Concat(files.Right.Select(right => new Answer(exercise, right.Name, exercise.With(right.Code), "right", null)))
        .Concat(files.Solution is { } solution ? [new Answer(exercise, "the stored solution", exercise.With(solution), "right", null)] : []);
}
