using System.Linq.Expressions;

namespace Course;

/// <summary>An answer that looks after its inputs: whichever way an exercise calls it, what it was given is compared with copies afterwards.</summary>
internal static class WatchedAnswer
{
    /// <summary>The same function, watched; what is no function comes back as it is.</summary>
    /// <param name="answer">Of the type that the exercise wants.</param>
    /// <param name="changes">Places of the inputs that it is to change.</param>
    public static object Of(object answer, IReadOnlyList<int> changes)
    {
        if (answer is not Delegate function || function.GetType().GetMethod("Invoke")!.GetParameters() is not { Length: > 0 } given)
        {
            return answer;
        }

        var names = NamesIn(function, given.Length);
        var parameters = given.Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var inputs = Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))));
        var watch = Expression.Variable(typeof(InputWatch));
        var begin = Expression.Assign(watch, Expression.New(typeof(InputWatch).GetConstructors()[0], Expression.Constant(names), inputs, Expression.Constant(changes)));
        var check = Expression.Call(watch, nameof(InputWatch.Check), null);
        var call = Expression.Invoke(Expression.Constant(function), parameters);
        return Expression.Lambda(function.GetType(), Body(watch, begin, call, check), parameters).Compile();
    }

    private static BlockExpression Body(ParameterExpression watch, Expression begin, Expression call, Expression check)
    {
        if (call.Type == typeof(void))
        {
            return Expression.Block([watch], begin, call, check);
        }

        var result = Expression.Variable(call.Type);
        return Expression.Block([watch, result], begin, Expression.Assign(result, call), check, result);
    }

    // A closure's first parameter may be bound already: names are counted from the end.
    private static string[] NamesIn(Delegate function, int count) =>
        [.. function.Method.GetParameters().TakeLast(count).Select((parameter, i) => parameter.Name ?? $"input {i + 1}")];
}
