namespace Course;

/// <summary>Fits a learner's answer to the type that an exercise wants.</summary>
internal static class AnswerType
{
    /// <summary>The answer as the wanted type, or null when it does not fit.</summary>
    public static object? Fit(object answer, Type wanted)
    {
        if (wanted.IsInstanceOfType(answer))
        {
            return answer;
        }

        // A method with the right signature may arrive as another delegate type: one with default values, or a type of the learner's.
        return answer is Delegate given && wanted.IsSubclassOf(typeof(Delegate))
            ? Delegate.CreateDelegate(wanted, given.Target, given.Method, throwOnBindFailure: false)
            : null;
    }

    /// <summary>How a type reads in a sentence: "a function (double, double) → double".</summary>
    public static string Describe(Type type)
    {
        if (!type.IsSubclassOf(typeof(Delegate)))
        {
            return "a " + CSharpName(type);
        }

        var invoke = type.GetMethod("Invoke")!;
        var parameters = string.Join(", ", invoke.GetParameters().Select(parameter => CSharpName(parameter.ParameterType)));
        return $"a function ({parameters}) → {CSharpName(invoke.ReturnType)}";
    }

    private static string CSharpName(Type type)
    {
        if (type.IsArray)
        {
            return $"{CSharpName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (!type.IsGenericType)
        {
            return Keyword(type);
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(CSharpName));
        return type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            ? $"({arguments})"
            : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>";
    }

    private static string Keyword(Type type) => type == typeof(void) ? "void" : Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => type.Name,
        TypeCode.Double => "double",
        TypeCode.Single => "float",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.String => "string",
        TypeCode.Char => "char",
        TypeCode.Byte => "byte",
        TypeCode.Object when type == typeof(object) => "object",
        _ => type.Name,
    };
}
