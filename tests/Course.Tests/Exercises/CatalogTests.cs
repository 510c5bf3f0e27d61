using System.Text.RegularExpressions;

namespace Course.Tests.Exercises;

public sealed partial class CatalogTests
{
    public static TheoryData<string> Ids => [.. ExerciseCatalog.All.Select(exercise => exercise.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Exercise_Every_IsComplete(string id)
    {
        var exercise = ExerciseCatalog.Get(id);

        Assert.Matches(IdPattern(), id);
        Assert.NotEmpty(exercise.Title);
        Assert.InRange(exercise.Hints.Count, 2, 5);
        Assert.DoesNotContain("Check.Exercise", exercise.Solution, StringComparison.Ordinal);
        Assert.NotEmpty(exercise.Solution);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examine_StubThatReturnsTodo_IsNotAttempted(string id)
    {
        var exercise = ExerciseCatalog.Get(id);
        if (!exercise.AnswerType.IsSubclassOf(typeof(Delegate)))
        {
            return;
        }

        Assert.Equal(Outcome.NotAttempted, Examiner.Judge(exercise, Stub(exercise.AnswerType)).Outcome);
    }

    [GeneratedRegex("^[01][0-9]-[1-9]$")]
    private static partial Regex IdPattern();

    private static Delegate Stub(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => System.Linq.Expressions.Expression.Parameter(parameter.ParameterType)).ToArray();
        var todo = System.Linq.Expressions.Expression.Throw(System.Linq.Expressions.Expression.New(typeof(NotAttemptedException)), invoke.ReturnType);
        return System.Linq.Expressions.Expression.Lambda(type, todo, parameters).Compile();
    }
}
