using Course.Cli.Packaging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Cli.Tests.Packaging;

/// <summary>What a cell can name in assemblies that a page did not load.</summary>
public sealed class NameIndexTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Of_TypesAndExtensionMethods_ThoseThatOthersSee()
    {
        var gadgets = Compile("Gadgets", """
            namespace Tools
            {
                public class Gadget { public class Part { } }
                public class Gadget<T> { }
                internal class Hidden { }
                public static class Extensions
                {
                    public static int Turn(this Gadget gadget) => 1;
                    public static int Turn<T>(this System.Collections.Generic.IEnumerable<T> gadgets) => 1;
                    public static int Plain(Gadget gadget) => 1;
                    internal static int Hide(this Gadget gadget) => 1;
                }
            }
            namespace Tools.Empty { internal class Hidden { } }
            namespace Tools.Inner { public struct Screw { } }
            """);

        Assert.Equal("Gadgets\n +Tools Gadget Extensions Gadget.Turn IEnumerable.Turn\n +Tools.Inner Screw", NameIndex.Of([gadgets]));
    }

    [Fact]
    public void Of_NamespaceOfTwo_TheOneWithMoreTypesHasThePlus()
    {
        var one = Compile("One", "namespace Tools; public class Nail { }");
        var two = Compile("Two", "namespace Tools; public class Screw { } public class Nut { }");

        Assert.Equal("One\n Tools Nail\nTwo\n +Tools Screw Nut", NameIndex.Of([one, two]));
    }

    [Theory]
    [InlineData("public class User : Part { }")]
    [InlineData("public class User : IPart { }")]
    [InlineData("public class User { public Part[] Parts; }")]
    [InlineData("public class User { protected virtual Part Part => null; }")]
    [InlineData("public class User { public void Use(System.Action<Part> use) { } }")]
    [InlineData("public class User { public void Use(ref Part part) { } }")]
    [InlineData("public class User { public unsafe delegate*<Part, void> Use; }")]
    [InlineData("public class User { public class Inner { public Part.Screw Screw; } }")]
    public void Of_SignatureThatOthersSee_NeedsItsAssembly(string code)
    {
        var parts = CompileParts();

        Assert.StartsWith("User Parts\n", NameIndex.Of([Compile("User", "namespace Using { using Sold; " + code + " }", parts), parts]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class User { Part part; internal Part Part; public void Use() => new Part(); }")]
    [InlineData("class Hidden { public class Inner { public Part Part; } } public class User { }")]
    public void Of_WhatOthersDoNotSee_NeedsNothing(string code)
    {
        var parts = CompileParts();

        Assert.StartsWith("User\n", NameIndex.Of([Compile("User", "namespace Using { using Sold; " + code + " }", parts), parts]), StringComparison.Ordinal);
    }

    // The compiler follows the names that stand in the metadata, and so does what fetches the assemblies for it.
    [Fact]
    public void Of_TypeThatWasMoved_NeedsWhereItWasAndThisWhereItIs()
    {
        var parts = CompileParts();
        var user = Compile("User", "namespace Using; public class User : Sold.Part { }", parts);
        var moved = Compile("Moved", "namespace Sold; public class Part { }");
        parts = Compile("Parts", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(Sold.Part))]", moved);

        Assert.Equal("User Parts\n +Using User\nParts Moved\nMoved\n +Sold Part", NameIndex.Of([user, parts, moved]));
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    private string CompileParts() => Compile("Parts", "namespace Sold; public interface IPart { } public class Part { public class Screw { } }");

    private string Compile(string name, string code, params string[] references)
    {
        var path = _scratch.At(name + ".dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            [.. references.Append(typeof(object).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
