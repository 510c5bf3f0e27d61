using System.Globalization;

namespace Course.Cli.Grading;

/// <summary>Finds answers that are the same text up to names.</summary>
/// <param name="solutions">Exercise → the stored solution.</param>
internal sealed class Copies(IReadOnlyDictionary<string, string> solutions)
{
    /// <summary>
    /// How many tokens of an answer have to be the learner's own before two that agree are worth a word. Below lie the answers of one line,
    /// which everyone writes alike: `return birds.Average(p => Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2));` has 28. Half of the
    /// course's solutions have more than 60.
    /// </summary>
    internal const int Floor = 40;

    /// <summary>The class, with a word for both where two answers are the same, and for each that is the course's.</summary>
    internal GradeBook Marked(GradeBook book)
    {
        var marks = book.Notebooks.SelectMany(notebook => notebook.Exercises).SelectMany(exercise => Marks(book, exercise)).ToDictionary(mark => (mark.Learner, mark.Exercise), mark => mark.Word);
        return book with { Learners = [.. book.Learners.Select(learner => Mark(learner, marks))] };
    }

    /// <summary>What two answers have to share to be the same; null for one too short to tell, or the stub.</summary>
    internal static (string Text, int Own)? KeyOf(string answer, string stub)
    {
        var tokens = AnswerText.Of(answer);
        var own = AnswerText.OwnWork(tokens, AnswerText.Of(stub));
        return own < Floor ? null : (string.Join(' ', tokens), own);
    }

    private IEnumerable<(string Learner, string Exercise, Word Word)> Marks(GradeBook book, CourseExercise exercise)
    {
        var stored = solutions.TryGetValue(exercise.Id, out var solution) ? string.Join(' ', AnswerText.Of(solution)) : null;
        var answers = book.Learners
            .Select(learner => (learner.Name, Key: learner.Find(exercise.Id) is { Answer.Length: > 0 } grade ? KeyOf(grade.Answer, exercise.Stub) : null))
            .Where(answer => answer.Key is not null)
            .GroupBy(answer => answer.Key!.Value.Text, StringComparer.Ordinal);
        foreach (var same in answers)
        {
            var names = same.Select(answer => answer.Name).ToList();
            foreach (var name in names.Where(_ => same.Key == stored || names.Count > 1))
            {
                yield return (name, exercise.Id, same.Key == stored ? new("the course's stored solution", false) : new(Sentence(names.Where(other => other != name), same.First().Key!.Value.Own), true));
            }
        }
    }

    private static string Sentence(IEnumerable<string> others, int own) =>
        string.Create(CultureInfo.InvariantCulture, $"the same text as {string.Join(", ", others)}, up to names ({own} words and signs of their own)");

    private static LearnerGrade Mark(LearnerGrade learner, Dictionary<(string, string), Word> marks) => learner with
    {
        Notebooks = [.. learner.Notebooks.Select(notebook => notebook with
        {
            Exercises = [.. notebook.Exercises.Select(exercise => !marks.TryGetValue((learner.Name, exercise.Id), out var word) ? exercise
                : word.HoldsBack ? exercise.HeldBack(word.Text)
                : exercise with { Remarks = [.. exercise.Remarks, word.Text] })],
        })],
    };

    private readonly record struct Word(string Text, bool HoldsBack);
}
