using System.Reflection;
using System.Runtime.Loader;

namespace Course.Kernel.Formatting;

/// <summary>A chart of Plotly.NET is shown as one of the course's own: with no network, with a drawing and a text alternative.</summary>
/// <remarks>By name, like all that this program knows of what notebooks load; it costs nothing until such a chart is shown.</remarks>
internal static class GuestChart
{
    private const string GuestType = "Plotly.NET.GenericChart";
    private const string Library = "Course";

    /// <summary>The course's figure for a foreign chart; any other value as it is.</summary>
    public static object? Translate(object? value)
    {
        if (value is null || GuestBase(value.GetType()) is not { } guest)
        {
            return value;
        }

        var json = guest.GetMethod("toFigureJson", [guest])?.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null);
        return json is null || FromJson(guest) is not { } read
            ? value
            : read.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [json], null);
    }

    // The union's cases are types of their own below it.
    private static Type? GuestBase(Type type) =>
        type.FullName == GuestType ? type : type.BaseType?.FullName == GuestType ? type.BaseType : null;

    private static MethodInfo? FromJson(Type guest) =>
        Load(AssemblyLoadContext.GetLoadContext(guest.Assembly)!)?.GetType("Course.Chart")?.GetMethod("FromJson", [typeof(string)]);

    // The one that the notebook has loaded, else the one that comes with this program.
    private static Assembly? Load(AssemblyLoadContext context)
    {
        try
        {
            return context.LoadFromAssemblyName(new AssemblyName(Library));
        }
        catch (FileNotFoundException)
        {
            var shipped = Path.Combine(AppContext.BaseDirectory, "packages", Library, Library + ".dll");
            return File.Exists(shipped) ? context.LoadFromAssemblyPath(shipped) : null;
        }
    }
}
