namespace Course;

/// <summary>What an unsolved exercise returns: fits the type, and throws <see cref="NotAttemptedException"/> when it is reached.</summary>
/// <remarks>Write it inside a function, never as a value at the top of a cell: a check calls the function and reports "not attempted", so an unsolved notebook runs to its end.</remarks>
#pragma warning disable CA1720 // Learners read the type's C# keyword in the name.
public static class Todo
{
    /// <summary>Stands for a number.</summary>
    public static double Double => Of<double>();

    /// <summary>Stands for an array of numbers.</summary>
    public static double[] Array => Of<double[]>();

    /// <summary>Stands for a whole number.</summary>
    public static int Int => Of<int>();

    /// <summary>Stands for true or false.</summary>
    public static bool Bool => Of<bool>();

    /// <summary>Stands for a string.</summary>
    public static string Text => Of<string>();

    /// <summary>Stands for a value of any other type.</summary>
    public static T Of<T>() => throw new NotAttemptedException();
}
#pragma warning restore CA1720
