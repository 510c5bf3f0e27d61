using Course.Kernel.Script;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Tests.Script;

/// <summary>A framework with one assembly that is fetched when code asks for it.</summary>
internal sealed class LateGadgets : IFrameworkFiles
{
    private const string Name = "Late.Gadgets";

    private const string Code = """
        namespace Gadgets;
        public class Gadget { public const int Count = 3; public class Part { } }
        public class MarkedAttribute : System.Attribute { }
        public static class GadgetExtensions { public static int Gadgetize(this System.Collections.Generic.IEnumerable<int> numbers) => 1; }
        """;

    private static readonly string[] Names = ["Gadget", "MarkedAttribute", "GadgetExtensions", "IEnumerable.Gadgetize", "Gadgets."];

    private readonly PortableExecutableReference _reference = Build();
    private readonly Dictionary<string, string> _paths = [];

    public bool IsOffline { get; set; }

    public List<string> Fetched { get; } = [];

    public IReadOnlyDictionary<string, string> Paths => _paths;

    public IReadOnlyList<string> OurPaths => [];

    public PortableExecutableReference Open(string path) => _reference;

    public Version? VersionOf(string path) => null;

    public bool HasLate => true;

    public bool IsLate(string name) => name == Name;

    public IReadOnlyList<LateName> Declaring(string name) => Names.Contains(name) ? [new LateName("Gadgets", Name)] : [];

    public bool Fetch(string name)
    {
        if (IsOffline)
        {
            return false;
        }

        Fetched.Add(name);
        _paths[name] = name + ".dll";
        return true;
    }

    private static PortableExecutableReference Build()
    {
        using var image = new MemoryStream();
        var built = CSharpCompilation.Create(Name, [CSharpSyntaxTree.ParseText(Code)], FrameworkReferences.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
