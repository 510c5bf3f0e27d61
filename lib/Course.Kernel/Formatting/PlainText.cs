using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Course.Kernel.Formatting;

/// <summary>Values that read best as bare text: numbers, strings, short rows of them, and all that say by ToString what they are.</summary>
internal static class PlainText
{
    private const int MaxItems = 30;
    private const int MaxDepth = 3;

    private static readonly ConcurrentDictionary<Type, bool> Speaking = new();

    /// <summary>The text; null for a value that is better shown with its structure.</summary>
    public static string? Of(object? value) => value is Array { Rank: > 1 } grid ? Grid.Of(grid, Inside) : Inside(value);

    private static string? Inside(object? value) => Scalar(value) ?? value switch
    {
        Array { Rank: > 1 } grid => Grid.OnOneLine(grid, Inside),
        ITuple tuple => Tuple(tuple, MaxDepth),
        Exception exception => $"{Name(exception.GetType())}: {exception.Message}",
        Type type => Name(type),
        Delegate => Name(value.GetType()),
        Task task => $"{Name(task.GetType())}: {task.Status}",
        IList sequence when ElementType(sequence.GetType()) is { } element && (IsScalar(element) || Speaks(element) || IsGrid(element)) =>
            Row(sequence, IsScalar(element) ? ", " : ",\n "),
        _ when Speaks(value!.GetType()) => value.ToString() ?? "",
        _ => Members(value),
    };

    // A record or anonymous object that holds, say, a tensor: the general formatter would take the tensor apart.
    private static string? Members(object value)
    {
        var type = value.GetType();
        if (type.GetMethod("<Clone>$") is null && !type.Name.Contains("AnonymousType", StringComparison.Ordinal))
        {
            return null;
        }

        var members = type.GetProperties().Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, Value: property.GetValue(value))).ToList();
        return members.Any(member => member.Value is not null && Scalar(member.Value) is null && (Speaks(member.Value.GetType()) || IsGrid(member.Value.GetType())))
            && members.ConvertAll(member => (member.Name, Text: Inside(member.Value))) is var texts && texts.TrueForAll(member => member.Text is not null)
                ? $"{{ {string.Join(", ", texts.Select(member => $"{member.Name} = {member.Text}"))} }}"
                : null;
    }

    /// <summary>True for a type whose author wrote a ToString, and nothing more elaborate, to tell what its values are.</summary>
    public static bool Speaks(Type type) => Speaking.GetOrAdd(type, static type =>
        type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, []) is { DeclaringType: { } declaring } method
        && declaring != typeof(object) && declaring != typeof(ValueType)
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !declaring.IsDefined(typeof(CompilerGeneratedAttribute))
        && !type.GetInterfaces().Any(face => face.Name == "IHtmlContent")
        && !type.GetCustomAttributes(inherit: true).Any(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute"));

    private static string? Scalar(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool or char => value.ToString(),
        Enum => value.ToString(),
        DateTime { Kind: DateTimeKind.Local } local => local.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Unspecified } time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("u", CultureInfo.InvariantCulture),
        IFormattable number when IsScalar(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsGrid(Type type) => type.IsArray && type.GetArrayRank() > 1;

    private static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Half)
        || type == typeof(BigInteger) || type == typeof(Complex) || type == typeof(Guid) || type == typeof(TimeSpan)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(Int128) || type == typeof(UInt128);

    private static Type? ElementType(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IList<>))
            ?.GetGenericArguments()[0];

    private static string Row(IList sequence, string separator)
    {
        var items = sequence.Cast<object?>().Take(MaxItems).Select(Inside).ToList();
        return sequence.Count <= MaxItems
            ? $"[{string.Join(separator, items)}]"
            : $"[{string.Join(separator, items)}, … {sequence.Count} in all]";
    }

    private static string? Tuple(ITuple tuple, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        var items = Enumerable.Range(0, tuple.Length).Select(i => tuple[i] is ITuple inner ? Tuple(inner, depth - 1) : Inside(tuple[i])).ToList();
        return items.Contains(null) ? null : $"({string.Join(", ", items)})";
    }

    /// <summary>A type's name as people write it: <c>double</c>, not <c>Double</c>.</summary>
    public static string KeywordOf(Type type) => System.Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => Name(type),
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.Boolean => "bool",
        TypeCode.Double or TypeCode.String or TypeCode.Byte or TypeCode.Char or TypeCode.Decimal => type.Name.ToLowerInvariant(),
        _ => Name(type),
    };

    /// <summary>A type's name as C# writes it, without namespaces.</summary>
    private static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
