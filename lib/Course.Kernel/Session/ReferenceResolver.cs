using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Course.Kernel.Session;

/// <summary>Finds assemblies that the compiler asks for by itself: of <c>#r</c> in loaded files, and those that libraries refer to.</summary>
internal sealed class ReferenceResolver(Func<string, string?, IReadOnlyList<string>> resolve) : MetadataReferenceResolver
{
    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        [.. resolve(reference, baseFilePath).Select(path => MetadataReference.CreateFromFile(path, properties))];

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (FrameworkReferences.Paths.TryGetValue(referenceIdentity.Name, out var path))
        {
            return MetadataReference.CreateFromFile(path);
        }
        var folder = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
        var sibling = folder is null ? null : Path.Combine(folder, referenceIdentity.Name + ".dll");
        return File.Exists(sibling) ? MetadataReference.CreateFromFile(sibling) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
