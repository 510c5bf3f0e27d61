using System.Reflection;

namespace Course;

/// <summary>.NET Interactive and Polyglot Notebooks, by reflection: types moved between its versions, so a compiled reference breaks on one side.</summary>
internal sealed class InteractiveHost : INotebookHost
{
    private const string ContextType = "Microsoft.DotNet.Interactive.KernelInvocationContext";
    private const string ExtensionsType = "Microsoft.DotNet.Interactive.KernelInvocationContextExtensions";

    private readonly PropertyInfo _current;
    private readonly MethodInfo _display;

    private InteractiveHost(PropertyInfo current, MethodInfo display) => (_current, _display) = (current, display);

    public string Name => ".NET Interactive";

    public bool CanUpdate => true;

    /// <summary>Whether a cell is running on this flow of execution; outside of one there is nothing to draw on.</summary>
    public bool IsInCell => _current.GetValue(null) is not null;

    public static InteractiveHost? Find(IReadOnlyList<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            if (assembly.GetType(ContextType) is { } context
                && context.GetProperty("Current", BindingFlags.Public | BindingFlags.Static) is { } current
                && assembly.GetType(ExtensionsType)?.GetMethod("Display", [context, typeof(object), typeof(string[])]) is { } display)
            {
                return new InteractiveHost(current, display);
            }
        }

        return null;
    }

    // Not the `Display` extension on object: since June 2025 that one returns a value whose updates get lost (hosts.md, section 2).
    public Action<object>? Show(object value)
    {
        object?[] arguments = [_current.GetValue(null), value, Array.Empty<string>()];
        var shown = _display.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return shown?.GetType().GetMethod("Update", [typeof(object)]) is { } update
            ? next => update.Invoke(shown, BindingFlags.DoNotWrapExceptions, null, [next], null)
            : null;
    }
}
