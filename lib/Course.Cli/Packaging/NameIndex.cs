using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Cli.Packaging;

/// <summary>
/// What code can name in the assemblies that a page of the site does not load at the start; the page looks it up when a cell does not compile.
/// For each a line with its name and those of the others that its signatures refer to, then a line for each namespace with its types, and
/// extension methods as Receiver.Method. A plus: who opens the namespace opens this assembly.
/// </summary>
internal static class NameIndex
{
    /// <summary>The verb by which <c>course</c> knows that it is to write one; pack.mjs in lib/Course.Web says it.</summary>
    internal const string Verb = "__names";

    /// <summary>Makes one.</summary>
    /// <param name="paths">The assemblies' files.</param>
    internal static string Of(IEnumerable<string> paths)
    {
        var assemblies = paths.Select(Read).ToList();
        var names = assemblies.Select(assembly => assembly.Name).ToHashSet();
        var richest = assemblies.SelectMany(Spaces).GroupBy(space => space.ToDisplayString())
            .Select(same => same.MaxBy(space => TypeNames(space).Count())).ToHashSet<ISymbol?>(SymbolEqualityComparer.Default);
        return string.Join('\n', assemblies.SelectMany(assembly => Lines(assembly, names, richest)));
    }

    // Alone in its compilation: what it refers to then stands in the assembly that its metadata says, not in the one that this forwards to.
    private static IAssemblySymbol Read(string path)
    {
        var reference = MetadataReference.CreateFromFile(path);
        return (IAssemblySymbol)CSharpCompilation.Create("names", references: [reference]).GetAssemblyOrModuleSymbol(reference)!;
    }

    private static IEnumerable<string> Lines(IAssemblySymbol assembly, HashSet<string> names, HashSet<ISymbol?> richest) =>
        Spaces(assembly).Select(space => Line(space, richest.Contains(space) ? "+" : ""))
            .Prepend(string.Join(' ', [assembly.Name, .. Needs(assembly).Where(names.Contains)]));

    private static string Line(INamespaceSymbol space, string mark) =>
        $" {mark}{space.ToDisplayString()} {string.Join(' ', [.. TypeNames(space), .. ExtensionNames(space)])}";

    private static IEnumerable<INamespaceSymbol> Spaces(IAssemblySymbol assembly) => Inner(assembly.GlobalNamespace).Where(space => TypeNames(space).Any());

    private static IEnumerable<INamespaceSymbol> Inner(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(inner => Inner(inner).Prepend(inner));

    private static IEnumerable<string> TypeNames(INamespaceSymbol space) => Visible(space.GetTypeMembers()).Select(type => type.Name).Distinct();

    private static IEnumerable<string> ExtensionNames(INamespaceSymbol space) =>
        Visible(space.GetTypeMembers()).SelectMany(type => Visible(type.GetMembers().OfType<IMethodSymbol>())).Where(method => method.IsExtensionMethod)
            .Select(method => $"{method.Parameters[0].Type.Name}.{method.Name}").Distinct();

    private static IEnumerable<string> Needs(IAssemblySymbol assembly) =>
        Inner(assembly.GlobalNamespace).SelectMany(space => space.GetTypeMembers()).SelectMany(Signatures).Concat(assembly.GetForwardedTypes()).SelectMany(Parts)
            .Select(type => type.ContainingAssembly.Name).Where(name => name != assembly.Name).Distinct();

    private static IEnumerable<ITypeSymbol?> Signatures(INamedTypeSymbol type) =>
        IsVisible(type) ? [type.BaseType, .. type.Interfaces, .. Visible(type.GetMembers()).SelectMany(OfMember)] : [];

    private static IEnumerable<ITypeSymbol?> OfMember(ISymbol member) => member switch
    {
        IFieldSymbol field => [field.Type],
        IMethodSymbol method => OfMethod(method), // those of properties and events, too
        INamedTypeSymbol nested => Signatures(nested),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> OfMethod(IMethodSymbol method) => [method.ReturnType, .. method.Parameters.Select(parameter => parameter.Type)];

    // The named types that it is made of.
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        IPointerTypeSymbol pointer => Parts(pointer.PointedAtType),
        IFunctionPointerTypeSymbol pointer => OfMethod(pointer.Signature).SelectMany(Parts),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Concat(Parts(named.ContainingType)).Prepend(named),
        _ => [],
    };

    private static IEnumerable<T> Visible<T>(IEnumerable<T> symbols) where T : ISymbol => symbols.Where(symbol => IsVisible(symbol));

    // Public, or protected: what derives from it sees it.
    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
