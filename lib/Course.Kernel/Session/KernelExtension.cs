using System.Reflection;
using System.Runtime.Loader;

namespace Course.Kernel.Session;

/// <summary>An extension that a package brings for .NET Interactive's kernel. Most only register formatters, and those work here as well.</summary>
internal static class KernelExtension
{
    private const string Interface = "Microsoft.DotNet.Interactive.IKernelExtension";

    /// <summary>Loads it as .NET Interactive does, but without a kernel to give it.</summary>
    /// <returns>What to tell the learner; null if all of it works.</returns>
    public static async Task<string?> LoadAsync(AssemblyLoadContext context, string path)
    {
        try
        {
            foreach (var type in Load(context, path).GetExportedTypes().Where(type => type.GetInterface(Interface) is not null))
            {
                var load = type.GetInterface(Interface)!.GetMethod("OnLoadAsync")!;
                await (Task)load.Invoke(Activator.CreateInstance(type), [null])!;
            }

            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var cause = fault is TargetInvocationException { InnerException: { } inner } ? inner : fault;
            return $"{Path.GetFileName(path)} is an extension of .NET Interactive that needs its kernel and cannot be loaded here ({cause.GetType().Name}). "
                + "The package's types work; directives and displays that the extension adds do not.\n";
        }
    }

    // Often the package has the same assembly among its libraries, and there must not be two of it.
    private static Assembly Load(AssemblyLoadContext context, string path)
    {
        try
        {
            return context.LoadFromAssemblyName(new AssemblyName(Path.GetFileNameWithoutExtension(path)));
        }
        catch (FileNotFoundException)
        {
            return context.LoadFromAssemblyPath(path);
        }
    }
}
