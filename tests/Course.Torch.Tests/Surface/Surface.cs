using System.Globalization;
using System.Reflection;

namespace Course.Torch.Tests.Surface;

/// <summary>What one assembly offers that another does not, or offers otherwise.</summary>
internal static class Surface
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>One line a difference: <c>Type: member</c>, and what stands in its place there.</summary>
    /// <remarks>torchvision is left aside: TorchSharp has it in an assembly of its own.</remarks>
    public static IEnumerable<string> Differences(Assembly ours, Assembly theirs) => ours.GetExportedTypes()
        .Where(type => !type.FullName!.StartsWith("TorchSharp.torchvision", StringComparison.Ordinal))
        .SelectMany(type => theirs.GetType(type.FullName!) is { IsVisible: true } namesake ? Differences(type, namesake) : [$"{Name(type)}: no such type"])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Differences(Type ours, Type theirs)
    {
        var there = Methods(theirs).ToLookup(Key);
        foreach (var method in Methods(ours).Where(method => method.DeclaringType == ours))
        {
            var candidates = there[Key(method)].Select(Text).ToList();
            if (!candidates.Contains(Text(method)))
            {
                yield return $"{Name(ours)}: {Text(method)} <> {string.Join(" | ", candidates)}".TrimEnd();
            }
        }

        var fields = Fields(theirs).ToHashSet();
        foreach (var field in Fields(ours).Where(field => !fields.Contains(field)))
        {
            yield return $"{Name(ours)}: {field}";
        }
    }

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(All).Cast<MethodBase>()
        .Concat(type.GetConstructors(All & ~BindingFlags.Static))
        .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static IEnumerable<string> Fields(Type type) => type.GetFields(All)
        .Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName)
        .Select(field => $"{field.Name}: {Name(field.FieldType)}");

    // Which overload it is; return type, names and defaults are compared. An indexer is the same to C# whatever its name.
    private static string Key(MethodBase method) =>
        $"{MemberName(method)}({string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)))})";

    private static string Text(MethodBase method) =>
        $"{(method is MethodInfo info ? Name(info.ReturnType) + " " : "")}{MemberName(method)}({string.Join(", ", method.GetParameters().Select(Text))})";

    private static string Text(ParameterInfo parameter) => $"{Name(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? string.Create(CultureInfo.InvariantCulture, $" = {parameter.RawDefaultValue ?? "null"}") : "");

    private static string MemberName(MethodBase method)
    {
        var indexer = method.DeclaringType!.GetCustomAttributesData()
            .FirstOrDefault(attribute => attribute.AttributeType.Name == nameof(DefaultMemberAttribute))?.ConstructorArguments[0].Value;
        return method.IsSpecialName && indexer is not null ? method.Name.Replace("_" + indexer, "_Item", StringComparison.Ordinal) : method.Name;
    }

    private static string Name(Type type)
    {
        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsByRef ? "&" : $"[{new string(',', type.GetArrayRank() - 1)}]");
        }

        var name = (type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
