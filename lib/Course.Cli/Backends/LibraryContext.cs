using System.Reflection;
using System.Runtime.Loader;

namespace Course.Cli.Backends;

/// <summary>The library that notebooks get, loaded into this process: on the backend that was chosen, with what lies beside it.</summary>
/// <remarks>This program refers to no library, so whoever uses it calls by name.</remarks>
internal sealed class LibraryContext : AssemblyLoadContext
{
    private readonly string _folder;

    private LibraryContext(string folder)
        : base("library") => _folder = folder;

    /// <summary>Calls a static method of the library.</summary>
    /// <param name="type">Its full name.</param>
    /// <param name="method">Of any visibility.</param>
    /// <param name="arguments">Values of types that both sides know.</param>
    internal static void Call(string type, string method, params object[] arguments)
    {
        var context = new LibraryContext(CoursePackage.Overrides[CoursePackage.Id]);
        var library = context.LoadFromAssemblyPath(Path.Combine(context._folder, "Course.dll"));
        library.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [.. arguments.Select(argument => argument.GetType())])!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Path.Combine(_folder, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        ((string[])[unmanagedDllName, unmanagedDllName + ".so", $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", unmanagedDllName + ".dll"])
            .Select(name => Path.Combine(_folder, name))
            .FirstOrDefault(File.Exists) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
