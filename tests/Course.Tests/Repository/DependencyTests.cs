using System.Xml.Linq;

namespace Course.Tests.Repository;

/// <summary>Who may know whom: notebooks load Course, the kernel never does, and Course knows no host.</summary>
public sealed class DependencyTests
{
    private static readonly string[] HostNames = ["Microsoft.DotNet.Interactive", "Verso", "Microsoft.CodeAnalysis", "Microsoft.AspNetCore"];

    [Theory]
    [InlineData("Course.Torch", "")]
    [InlineData("Course", "Course.Torch")]
    [InlineData("Course.Kernel", "")]
    [InlineData("Course.Cli", "Course.Kernel")]
    [InlineData("Course.Serve", "Course")]
    [InlineData("Course.Web", "Course.Kernel")]
    public void Project_References_AreTheAllowedOnes(string project, string allowed)
    {
        var references = References(project, "ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include")))
            .Order(StringComparer.Ordinal);

        Assert.Equal(allowed, string.Join(' ', references));
    }

    [Theory]
    [InlineData("Course")]
    [InlineData("Course.Torch")]
    public void Package_OfALibraryThatNotebooksLoad_IsNoHost(string project)
    {
        var packages = References(project, "PackageReference").Select(reference => (string?)reference.Attribute("Include") ?? "");

        Assert.DoesNotContain(packages, IsHost);
    }

    [Fact]
    public void Course_CompiledReferences_NameNoHost()
    {
        var names = typeof(Course.Notebook).Assembly.GetReferencedAssemblies().Select(name => name.Name ?? "");

        Assert.DoesNotContain(names, name => IsHost(name) || name.StartsWith("Course.Kernel", StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_InLib_AreAllPinnedHere() =>
        Assert.Equal(
            ["Course", "Course.Cli", "Course.Kernel", "Course.Serve", "Course.Torch", "Course.Web"],
            Directory.GetFiles(Path.Combine(Checkout.Root, "lib"), "*.csproj", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static bool IsHost(string name) => HostNames.Any(host => name.StartsWith(host, StringComparison.Ordinal));

    private static IEnumerable<XElement> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Checkout.Root, "lib", project, project + ".csproj")).Descendants(kind);
}
