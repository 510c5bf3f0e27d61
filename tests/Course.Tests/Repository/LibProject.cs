using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Tests.Repository;

/// <summary>A project of lib, compiled from its sources with the references that its last restore found.</summary>
internal sealed class LibProject
{
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly Dictionary<string, Lazy<LibProject>> All = ((string[])["Course.Torch", "Course", "Course.Kernel", "Course.Cli", "Course.Serve"])
        .ToDictionary(name => name, name => new Lazy<LibProject>(() => new LibProject(name)));

    private LibProject[] _others = []; // as the build has it: those that it names, and those that they name

    private LibProject(string name)
    {
        Name = name;
        Folder = Path.Combine(Checkout.Root, "lib", name) + Path.DirectorySeparatorChar;
        Compilation = Compile(XDocument.Load(Path.Combine(Folder, name + ".csproj")));
    }

    public string Name { get; }

    /// <summary>With a separator at its end.</summary>
    public string Folder { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Sentences about what did not compile: a symbol that is not found draws no arrow.</summary>
    public IEnumerable<string> Errors => Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsLeftToAGenerator(diagnostic))
        .Select(diagnostic => diagnostic.ToString());

    public static LibProject Of(string name) => All[name].Value;

    // Bodies of [GeneratedRegex] and [LibraryImport], and all of what a JsonSerializerContext is made of, are not in the sources.
    private bool IsLeftToAGenerator(Diagnostic diagnostic) =>
        diagnostic.Id == "CS8795"
        || Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(type => type.BaseType?.Name == "JsonSerializerContext")
            .Any(type => diagnostic.ToString().Contains(type.Name, StringComparison.Ordinal));

    private CSharpCompilation Compile(XDocument project)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var kind = (string?)project.Descendants("OutputType").FirstOrDefault() == "Exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        // A file of another project that this one compiles as well.
        var linked = project.Descendants("Compile").Select(item => (string?)item.Attribute("Include")).OfType<string>().Select(path => Path.GetFullPath(path, Folder));
        var trees = Sources().Concat(linked).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path));
        var own = CSharpSyntaxTree.ParseText(Preamble(project), parse, "preamble.cs");
        _others = [.. Direct(project).SelectMany(other => other._others.Append(other)).Distinct()];
        var assembly = (string?)project.Descendants("AssemblyName").FirstOrDefault() ?? Name;
        return CSharpCompilation.Create(
            assembly,
            trees.Append(own),
            [.. Frameworks(project), .. Packages(), .. _others.Select(other => other.Compilation.ToMetadataReference())],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<LibProject> Direct(XDocument project) => project.Descendants("ProjectReference")
        .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
        .Select(item => Of(Path.GetFileNameWithoutExtension((string)item.Attribute("Include")!)));

    private IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".solution.cs", StringComparison.Ordinal))
        .Where(path => Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string Preamble(XDocument project)
    {
        var usings = ImplicitUsings.Select(name => $"global using {name};");
        var friends = project.Descendants("InternalsVisibleTo")
            .Select(item => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{item.Attribute("Include")!.Value}\")]");
        return string.Join('\n', usings.Concat(friends));
    }

    // The shared frameworks beside the running one: Microsoft.NETCore.App, and what a FrameworkReference names.
    private static IEnumerable<MetadataReference> Frameworks(XDocument project)
    {
        var running = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return project.Descendants("FrameworkReference").Select(item => (string)item.Attribute("Include")!).Prepend(running.Parent!.Name)
            .SelectMany(name => Directory.EnumerateFiles(Path.Combine(running.Parent!.Parent!.FullName, name, running.Name), "*.dll"))
            .Where(IsManaged)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    // NuGet's own list of what the compiler gets.
    private IEnumerable<MetadataReference> Packages()
    {
        var file = Path.Combine(Folder, "obj", "project.assets.json");
        Assert.True(File.Exists(file), $"{Name} has not been restored: dotnet build Course.sln first");
        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var target = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value;
        foreach (var package in target.EnumerateObject().Where(package => package.Value.GetProperty("type").GetString() == "package"))
        {
            if (!package.Value.TryGetProperty("compile", out var compile))
            {
                continue;
            }

            foreach (var item in compile.EnumerateObject().Where(item => item.Name.EndsWith(".dll", StringComparison.Ordinal)))
            {
                yield return MetadataReference.CreateFromFile(folders
                    .Select(folder => Path.Combine(folder, package.Name.ToLowerInvariant(), item.Name)).First(File.Exists));
            }
        }
    }
}
