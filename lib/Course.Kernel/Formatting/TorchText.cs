using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Course.Kernel.Formatting;

/// <summary>
/// Tensors with their values, modules with their layers, optimisers with their settings, states as tables: as PyTorch prints
/// them. By name, since the notebook chooses which TorchSharp it loads, and this assembly refers to none.
/// </summary>
internal static class TorchText
{
    private const string Tensor = "TorchSharp.torch+Tensor";
    private const string Module = "TorchSharp.torch+nn+Module";
    private const string Optimizer = "TorchSharp.torch+optim+Optimizer";

    /// <summary>The text; null for a value that is none of torch's, or tells of itself.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        _ when Is(value, Tensor) => Values(value),
        _ when Is(value, Module) => Overrides(value) ? null : Structure(value),
        _ when Is(value, Optimizer) => Settings(value),
        IEnumerable entries when IsState(value.GetType()) => State(entries),
        _ => null,
    };

    private static bool Is(object value, string type)
    {
        for (var current = value.GetType(); current is not null; current = current.BaseType)
        {
            if (current.FullName == type || (current.FullName?.StartsWith(type + "`", StringComparison.Ordinal) ?? false))
            {
                return true;
            }
        }

        return false;
    }

    private static string Values(object tensor)
    {
        if (Member(tensor, "IsInvalid") is true)
        {
            return tensor.ToString() ?? "";
        }

        var print = tensor.GetType().Assembly.GetType("TorchSharp.TensorExtensionMethods")?.GetMethods()
            .FirstOrDefault(method => method.Name == "str" && method.GetParameters() is [{ } first, ..] && first.ParameterType.IsInstanceOfType(tensor));
        return print is null ? tensor.ToString() ?? ""
            : ((string)print.Invoke(null, [.. print.GetParameters().Select(parameter => Argument(parameter, tensor))])!).TrimEnd();
    }

    private static object? Argument(ParameterInfo parameter, object tensor) => parameter.Name switch
    {
        _ when parameter.Position == 0 => tensor,
        "newLine" => "\n",
        "cultureInfo" => CultureInfo.InvariantCulture,
        _ => parameter.DefaultValue,
    };

    // A learner's own ToString says more than we know.
    private static bool Overrides(object module) =>
        module.GetType().GetMethod(nameof(ToString), [])!.DeclaringType is { Namespace: not ("TorchSharp" or "TorchSharp.Modules") } declaring && declaring != typeof(object);

    private static string Structure(object module)
    {
        var children = Pairs(module.GetType().GetMethod("named_children", [])?.Invoke(module, []) as IEnumerable).ToList();
        var own = IsLayer(module.GetType()) ? Sizes(module) : "";
        return children.Count == 0
            ? $"{Name(module)}({own})"
            : $"{Name(module)}(\n{string.Concat(children.Select(child => $"  ({child.Name}): {Indented(Structure(child.Value!))}\n"))})";
    }

    private static bool IsLayer(Type type) => type.Namespace == "TorchSharp.Modules";

    private static string Name(object module) => module.GetType().Name.Split('`')[0];

    private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);

    /// <summary>What a layer was made with, under the names that PyTorch has for it; a parameter only says whether it is there.</summary>
    private static string Sizes(object layer) =>
        string.Join(", ", Settings(layer, layer.GetType(), until: Module).Where(setting => setting.Name != "weight").Select(setting => $"{setting.Name}={setting.Text}"));

    private static string Settings(object optimizer)
    {
        var groups = (Member(optimizer, "ParamGroups") as IEnumerable)?.Cast<object>().ToList() ?? [];
        return $"{Name(optimizer)}({string.Concat(groups.Select((group, index) => $"\n  group {index}: {string.Join(", ", Of(group))}"))})";

        static IEnumerable<string> Of(object group)
        {
            yield return "lr = " + PlainText.Of(Member(group, "LearningRate"));
            var options = Member(group, "Options");
            var settings = options is null ? [] : Settings(options, options.GetType(), until: "System.Object");
            foreach (var (name, text) in settings.Where(setting => setting.Name is not ("LearningRate" or "InitialLearningRate")))
            {
                yield return $"{name} = {text}";
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Settings(object value, Type type, string until)
    {
        if (type.FullName == until || type.FullName?.StartsWith(until + "`", StringComparison.Ordinal) != false || type.BaseType is null)
        {
            return [];
        }

        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var fields = type.GetFields(Own).Select(field => (field.Name, Text: Setting(field.GetValue(value), field.FieldType)));
        var properties = type.GetProperties(Own).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, Text: Setting(property.GetValue(value), property.PropertyType)));
        return Settings(value, type.BaseType, until)
            .Concat(fields.Concat(properties).Where(member => member.Text is not null).Select(member => (member.Name, member.Text!)));
    }

    private static string? Setting(object? value, Type type) => value switch
    {
        _ when IsTensor(type) => value is null ? "False" : "True",
        bool or Enum or string => value.ToString(),
        long[] sizes => $"({string.Join(", ", sizes)})",
        IFormattable number when value.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsTensor(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.FullName == Tensor)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsState(Type type) => type.GetInterfaces().Append(type).Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)
        && face.GetGenericArguments()[0] is { IsGenericType: true } entry && entry.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
        && entry.GetGenericArguments() is [var key, var tensor] && key == typeof(string) && IsTensor(tensor));

    private static string State(IEnumerable entries)
    {
        var rows = Pairs(entries).Select(entry => (entry.Name, Shape: Shape(entry.Value!), Type: Member(entry.Value!, "dtype")?.ToString() ?? "")).ToList();
        var (names, shapes) = (Width(rows.Select(row => row.Name), "name"), Width(rows.Select(row => row.Shape), "shape"));
        return string.Join('\n', rows.Prepend(("name", "shape", "type")).Select(row => $"{row.Item1.PadRight(names)}  {row.Item2.PadRight(shapes)}  {row.Item3}"));
    }

    // The most derived one comes first, where a class hides its base's.
    private static object? Member(object value, string name)
    {
        var type = value.GetType();
        return type.GetProperties().FirstOrDefault(property => property.Name == name) is { } property ? property.GetValue(value)
            : type.GetFields().FirstOrDefault(field => field.Name == name)?.GetValue(value);
    }

    private static int Width(IEnumerable<string> texts, string title) => texts.Append(title).Max(text => text.Length);

    private static string Shape(object tensor) =>
        Member(tensor, "shape") is long[] shape ? $"({string.Join(", ", shape)})" : "";

    /// <summary>Names and values, whether they come as tuples or as entries of a dictionary.</summary>
    private static IEnumerable<(string Name, object? Value)> Pairs(IEnumerable? pairs) => (pairs?.Cast<object>() ?? []).Select(pair => pair switch
    {
        ITuple tuple => ((string)tuple[0]!, tuple[1]),
        _ => ((string)pair.GetType().GetProperty("Key")!.GetValue(pair)!, pair.GetType().GetProperty("Value")!.GetValue(pair)),
    });
}
