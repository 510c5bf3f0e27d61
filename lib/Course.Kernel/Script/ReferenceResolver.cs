using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Script;

/// <summary>Finds assemblies that the compiler asks for by itself: of <c>#r</c> in loaded files, and those that libraries refer to.</summary>
internal sealed class ReferenceResolver(Func<string, string?, IReadOnlyList<string>> resolve) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _known = new();

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        [.. resolve(reference, baseFilePath).Select(path => Known(path).WithProperties(properties))];

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (FrameworkReferences.Find(referenceIdentity.Name) is { } framework)
        {
            return framework;
        }

        // What our own assembly refers to is no part of a cell's world, and what the framework refers to is there or nowhere.
        var file = (definition as PortableExecutableReference)?.FilePath;
        if (file is null || FrameworkReferences.IsOurs(file) || FrameworkReferences.IsFramework(file))
        {
            return null;
        }

        var sibling = Path.Combine(Path.GetDirectoryName(file)!, referenceIdentity.Name + ".dll");
        return File.Exists(sibling) ? Known(sibling) : null;
    }

    // One reference for one file: with a new one each time the compiler would build its whole picture of the framework
    // anew for each cell, 2 MB of it.
    private PortableExecutableReference Known(string path) =>
        _known.GetOrAdd(path, file => File.Exists(file) ? MetadataReference.CreateFromFile(file) : FrameworkReferences.Files.Open(file));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
