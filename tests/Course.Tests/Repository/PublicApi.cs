using System.Reflection;
using System.Runtime.CompilerServices;

namespace Course.Tests.Repository;

/// <summary>The public surface of an assembly, one line a type or member, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .SelectMany(type => Members(type).Select(member => $"{TypeName(type)}.{member}").Prepend(Header(type)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Header(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var bases = new[] { type.BaseType }.OfType<Type>().Where(found => found != typeof(object) && found != typeof(ValueType) && found != typeof(Enum))
            .Concat(type.GetInterfaces().Where(found => found.IsPublic))
            .Select(TypeName).Order(StringComparer.Ordinal).ToArray();
        return $"{TypeName(type)} ({kind})" + (bases.Length == 0 ? "" : " : " + string.Join(", ", bases));
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => $"{field.Name}: {TypeName(field.FieldType)}")
            .Concat(type.GetProperties(Declared).Where(IsVisible).Select(Property))
            .Concat(type.GetEvents(Declared).Select(found => $"event {found.Name}: {TypeName(found.EventHandlerType!)}"))
            .Concat(type.GetConstructors(Declared).Where(IsVisible).Where(found => !found.IsStatic).Select(found => $"new({Parameters(found)})"))
            .Concat(type.GetMethods(Declared).Where(IsVisible).Where(method => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.IsDefined(typeof(CompilerGeneratedAttribute))).Select(Method));
    }

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsVisible(PropertyInfo property) => IsVisible(property.GetMethod) || IsVisible(property.SetMethod);

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var accessors = (IsVisible(property.GetMethod) ? "get; " : "") + (IsVisible(property.SetMethod) ? "set; " : "");
        return $"{name}: {TypeName(property.PropertyType)} {{ {accessors}}}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeName))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{method.Name}{generic}({Parameters(method)}): {TypeName(method.ReturnType)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var value = parameter.HasDefaultValue ? $" = {parameter.DefaultValue switch { null => "default", string text => $"\"{text}\"", IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture), var other => other.ToString() }}" : "";
        return $"{prefix}{TypeName(type)} {parameter.Name}{value}";
    }

    private static string TypeName(Type type)
    {
        if (type.IsArray)
        {
            return $"{TypeName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (type.IsByRef)
        {
            return "ref " + TypeName(type.GetElementType()!);
        }

        if (type.IsGenericParameter || !type.IsGenericType)
        {
            return type.IsNested && !type.IsGenericParameter ? $"{TypeName(type.DeclaringType!)}.{type.Name}" : type.Name;
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(TypeName));
        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true ? $"({arguments})"
            : type.GetGenericTypeDefinition() == typeof(Nullable<>) ? arguments + "?"
            : $"{type.Name.Split('`')[0]}<{arguments}>";
    }
}
