using System.Reflection;

namespace Course;

/// <summary>Verso 1.0.16 and later: shows while the cell runs, and cannot replace.</summary>
internal sealed class VersoHost : INotebookHost
{
    private const string ExtensionsType = "Verso.Abstractions.DisplayExtensions";

    private readonly MethodInfo _display;

    private VersoHost(MethodInfo display) => _display = display;

    public string Name => "Verso";

    public bool CanUpdate => false;

    public static VersoHost? Find(IReadOnlyList<Assembly> assemblies)
    {
        var method = assemblies
            .Select(assembly => assembly.GetType(ExtensionsType)?.GetMethod("Display", [typeof(object), typeof(string)]))
            .FirstOrDefault(found => found is not null);
        return method is null ? null : new VersoHost(method);
    }

    public Action<object>? Show(object value)
    {
        _display.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value, null], null);
        return null;
    }
}
