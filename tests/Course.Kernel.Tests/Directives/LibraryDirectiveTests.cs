using System.IO.Compression;
using System.Runtime.InteropServices;
using Course.Kernel.Script;
using Course.Kernel.Session;
using Course.Kernel.Tests.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Kernel.Tests.Directives;

/// <summary>What <c>#r</c> and <c>#i</c> bring: files and packages.</summary>
public sealed class LibraryDirectiveTests : SessionTest
{
    private protected override SessionOptions Options => base.Options with
    {
        PackageOverrides = new Dictionary<string, string> { ["Stand.In"] = Path.Combine(Folder, "standin"), ["Empty.One"] = Path.Combine(Folder, "empty") },
    };

    [Fact]
    public void Reference_ToAFile_StartsFromTheNotebooksFolder()
    {
        Build("lib/Greeting.dll", "public static class Greeting { public static string Text => \"hello\"; }");

        Assert.Equal("hello", Value("#r \"lib/Greeting.dll\"\nGreeting.Text"));
    }

    [Fact]
    public void Reference_WithWhatItNeedsBesideIt_Runs()
    {
        Build("lib/Inner.dll", "public static class Inner { public static int Value => 6; }");
        Build("lib/Outer.dll", "public static class Outer { public static int Value => Inner.Value * 7; }", Path.Combine(Folder, "lib/Inner.dll"));

        Assert.Equal("42", Value("#r \"lib/Outer.dll\"\nOuter.Value"));
    }

    [Fact]
    public void Reference_ToAMissingFile_NamesIt()
    {
        var error = Fail("1 + 1;\n#r \"gone.dll\"", CellStatus.CompilationFailed);

        Assert.Equal(("DirectiveError", 2), (error.Name, error.Line));
        Assert.Contains(Path.Combine(Folder, "gone.dll"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_WithoutQuotes_ShowsHow() =>
        Assert.Contains("#r \"nuget: Course, 1.0.0\"", Fail("#r nuget: Course", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);

    [Fact]
    public void Reference_BelowCode_IsObeyedFirst()
    {
        Build("Late.dll", "public static class Late { public static int Value => 4; }");

        Assert.Equal("4", Value("var late = Late.Value;\n#r \"Late.dll\"\nlate"));
    }

    [Fact]
    public void Package_WithOverride_FindsTheNativeLibrariesBesideIt()
    {
        // Any native library will do; the runtime brings one. The second is named as on Windows, where only its content tells that it is native.
        var extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var native = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native" + extension);
        Build("standin/StandIn.dll", """
            using System.Runtime.InteropServices;
            public static class StandIn
            {
                [DllImport("Engine", EntryPoint = "SystemNative_GetPid")] static extern int First();
                [DllImport("other_engine", EntryPoint = "SystemNative_GetPid")] static extern int Second();
                public static string Processes => First() + " " + Second();
            }
            """);
        File.Copy(native, Path.Combine(Folder, "standin", "libEngine" + extension));
        File.Copy(native, Path.Combine(Folder, "standin", "other_engine.dll"));

        Assert.Equal($"{Environment.ProcessId} {Environment.ProcessId}", Value("#r \"nuget: Stand.In, 1.0.0\"\nStandIn.Processes"));
    }

    [Fact]
    public void Package_WithOverride_ComesFromItsFolder()
    {
        Build("standin/StandIn.dll", "public static class StandIn { public static int Version => 1; }");

        Assert.Equal("1", Value("#r \"nuget: stand.in, 9.9.9\"\nStandIn.Version"));
    }

    [Fact]
    public void Package_WithOverride_IsSeenRebuilt_ByTheNextSession()
    {
        Build("standin/StandIn.dll", "public static class StandIn { public static int Version => 1; }");
        Run("#r \"nuget: Stand.In, 1.0.0\"\nStandIn.Version");
        Build("standin/StandIn.dll", "public static class StandIn { public static int Version => 2; }");
        Assert.Equal("1", Value("StandIn.Version"));

        using var next = new ScriptSession(Options);
        var events = new RecordedEvents();
        next.Run("#r \"nuget: Stand.In, 1.0.0\"\nStandIn.Version", events);

        Assert.Equal("2", events.Value);
    }

    [Fact]
    public void Package_WithEmptyOverride_SaysToBuild() =>
        Assert.Contains("build the solution", Fail("#r \"nuget: Empty.One, 1.0.0\"", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);

    [Fact]
    public void Package_InAFolderFeed_NeedsNoRestore()
    {
        Feed();
        Pack("feed", "Fed", "1.2.0", "public static class Fed { public static string Text => \"old\"; }");
        Pack("feed", "Fed", "1.10.0", "public static class Fed { public static string Text => \"new\"; }");

        Assert.Equal("old", Value("#r \"nuget: Fed, 1.2.0\"\nFed.Text"));
        using var other = new ScriptSession(Options);
        var events = new RecordedEvents();
        other.Run("#r \"nuget: Fed\"\nFed.Text", events);
        Assert.Equal("new", events.Value);
    }

    [Fact]
    public void Package_RebuiltInTheFeed_IsSeen()
    {
        Feed();
        Pack("feed", "Fed", "1.0.0", "public static class Fed { public static int Value => 1; }");
        Assert.Equal("1", Value("#r \"nuget: Fed, 1.0.0\"\nFed.Value"));
        Pack("feed", "Fed", "1.0.0", "public static class Fed { public static int Value => 2; }");

        using var next = new ScriptSession(Options);
        var events = new RecordedEvents();
        next.Run("#r \"nuget: Fed, 1.0.0\"\nFed.Value", events);

        Assert.Equal("2", events.Value);
    }

    [Fact]
    public void Package_Damaged_SaysSo()
    {
        Feed();
        Directory.CreateDirectory(Path.Combine(Folder, "feed"));
        Write("feed/Broken.1.0.0.nupkg", "no zip");

        Assert.Contains("damaged", Fail("#r \"nuget: Broken, 1.0.0\"", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Package_WithDependency_IsRestoredFromFolders_WithoutNetwork()
    {
        Feed();
        Pack("feed", "Inner", "1.0.0", "public static class Inner { public static int Value => 20; }");
        Pack("feed", "Outer", "1.0.0", "public static class Outer { public static int Value => 22; }", dependency: "Inner");

        Assert.Equal("42", Value("#r \"nuget: Outer, 1.0.0\"\nOuter.Value + Inner.Value"));
    }

    [Fact]
    public void Package_ThatDoesNotExist_SaysSo_AndLeavesTheSessionWhole()
    {
        Feed();
        Pack("feed", "Fed", "1.0.0", "public static class Fed { public static int Value => 1; }");
        var error = Fail("#r \"nuget: Missing.Package.Of.Tests, 1.0.0\"", CellStatus.CompilationFailed);

        Assert.Contains("in none of the package sources", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", Value("#r \"nuget: Fed, 1.0.0\"\nFed.Value"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/index.json", "cannot be fetched")] // nothing answers there
    [InlineData(null, "in none of the package sources")]
    public void OptionalPackage_ThatCannotBeHad_IsANoteAndTheRestOfItsCellIsLeftOut(string? source, string reason)
    {
        Write("NuGet.config", $"<configuration><packageSources><clear />{(source is null ? "" : $"<add key=\"dead\" value=\"{source}\" allowInsecureConnections=\"true\" />")}</packageSources></configuration>");
        var events = Run("// optional: why\nvar before = 1;\n#r \"nuget: Missing.Package.Of.Tests, 1.0.0\"\nusing Missing.Package;\nConsole.WriteLine(\"never\");");

        Assert.Contains(reason, events.Output, StringComparison.Ordinal);
        Assert.Contains("would download Missing.Package.Of.Tests 1.0.0", events.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never", events.Output, StringComparison.Ordinal);
        Assert.Equal("2", Value("1 + 1"));
        Fail("1 // optional\n#r \"nuget: Missing.Package.Of.Tests, 1.0.0\"", CellStatus.CompilationFailed);
    }

    [Fact]
    public void OptionalPackage_ThatIsThere_IsUsed()
    {
        Feed();
        Pack("feed", "Fed", "1.0.0", "public static class Fed { public static int Value => 1; }");

        Assert.Equal("1", Value("// optional\n#r \"nuget: Fed, 1.0.0\"\nFed.Value"));
    }

    // What lets notebooks/NuGet.config leave other sources in: the course's library is found in its folder first.
    [Fact]
    public void Package_ExactInAFolder_IsRestoredThoughAnotherSourceIsDead()
    {
        Write("NuGet.config", """<configuration><packageSources><clear /><add key="mine" value="feed" /><add key="dead" value="http://127.0.0.1:9/index.json" allowInsecureConnections="true" /></packageSources></configuration>""");
        var (outer, inner) = PackOuter();
        Pack("feed", inner, "1.0.0", "public static class Inner { public static int Value => 20; }");

        Assert.Equal("42", Value($"#r \"nuget: {outer}, 1.0.0\"\nOuter.Value + Inner.Value"));
    }

    [Fact]
    public void Package_WhoseRestoreFailed_IsTriedAgain()
    {
        Feed();
        var (outer, inner) = PackOuter();
        Fail($"#r \"nuget: {outer}, 1.0.0\"", CellStatus.CompilationFailed);
        Fail($"#r \"nuget: {outer}, 1.0.0\"", CellStatus.CompilationFailed);
        Pack("feed", inner, "1.0.0", "public static class Inner { public static int Value => 20; }");

        Assert.Equal("42", Value($"#r \"nuget: {outer}, 1.0.0\"\nOuter.Value + Inner.Value"));
    }

    [Fact]
    public void Package_OfASourceThatIsGone_IsTriedAgain()
    {
        Feed();
        var (outer, inner) = PackOuter();
        Pack("extra", inner, "1.0.0", "public static class Inner { public static int Value => 20; }");
        Fail($"#i \"nuget: {Path.Combine(Folder, "gone")}\"\n#r \"nuget: {outer}, 1.0.0\"", CellStatus.CompilationFailed);
        Directory.Move(Path.Combine(Folder, "extra"), Path.Combine(Folder, "gone"));

        Assert.Equal("42", Value($"#r \"nuget: {outer}, 1.0.0\"\nOuter.Value + Inner.Value"));
    }

    /// <summary>A package in the feed that needs another; the SDK keeps what it has restored once, so the names are new each time.</summary>
    private (string Outer, string Inner) PackOuter()
    {
        var (outer, inner) = ($"Outer{Guid.NewGuid():N}", $"Inner{Guid.NewGuid():N}");
        Pack("feed", outer, "1.0.0", "public static class Outer { public static int Value => 22; }", dependency: inner);
        return (outer, inner);
    }

    [Theory]
    [InlineData("Formatter.Register<Extended>(x => \"<b>extended</b>\", \"text/html\");", true)]
    [InlineData("kernel.ToString();", false)]
    public void Package_WithAnExtensionOfDotNetInteractive_IsLoadedWhereItNeedsNoKernel(string onLoad, bool works)
    {
        Feed();
        Build("build/Microsoft.DotNet.Interactive.dll", "namespace Microsoft.DotNet.Interactive; public class Kernel { } public interface IKernelExtension { System.Threading.Tasks.Task OnLoadAsync(Kernel kernel); }");
        Build(
            "build/Extended.dll",
            $"using Microsoft.DotNet.Interactive.Formatting; public class Extended {{ }} public class Extension : Microsoft.DotNet.Interactive.IKernelExtension {{ public System.Threading.Tasks.Task OnLoadAsync(Microsoft.DotNet.Interactive.Kernel kernel) {{ {onLoad} return System.Threading.Tasks.Task.CompletedTask; }} }}",
            Path.Combine(Folder, "build/Microsoft.DotNet.Interactive.dll"));
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "feed")).FullName, "Extended.1.0.0.nupkg");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(Path.Combine(Folder, "build/Extended.dll"), "lib/net8.0/Extended.dll");
            archive.CreateEntryFromFile(Path.Combine(Folder, "build/Microsoft.DotNet.Interactive.dll"), "lib/net8.0/Microsoft.DotNet.Interactive.dll");
            archive.CreateEntryFromFile(Path.Combine(Folder, "build/Extended.dll"), "interactive-extensions/dotnet/Extended.dll");
            using var manifest = new StreamWriter(archive.CreateEntry("Extended.nuspec").Open());
            manifest.Write("<package><metadata><id>Extended</id><version>1.0.0</version><authors>a</authors><description>d</description></metadata></package>");
        }

        var events = Run("#r \"nuget: Extended, 1.0.0\"");
        var shown = Run("new Extended()").Results.Single().Data;

        Assert.Equal(works, shown.GetValueOrDefault("text/html") == "<b>extended</b>");
        Assert.Equal(!works, events.Output.Contains("an extension of .NET Interactive", StringComparison.Ordinal));
    }

    [Fact]
    public void Package_InASecondVersion_AsksForARestart()
    {
        Feed();
        Pack("feed", "Fed", "1.0.0", "public static class Fed { }");
        Pack("feed", "Fed", "2.0.0", "public static class Fed { }");
        Run("#r \"nuget: Fed, 1.0.0\"");
        Run("#r \"nuget: Fed, 1.0.0\"");

        Assert.Contains("restart", Fail("#r \"nuget: Fed, 2.0.0\"", CellStatus.CompilationFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PackageSource_OfADirective_IsSearched()
    {
        Pack("extra", "Fed", "1.0.0", "public static class Fed { public static int Value => 5; }");

        Assert.Equal("5", Value("#i \"nuget: extra\"\n#r \"nuget: Fed, 1.0.0\"\nFed.Value"));
    }

    private void Feed() => Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"mine\" value=\"feed\" /></packageSources></configuration>");

    private void Build(string file, string code, params string[] references)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var emitted = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(code)],
            [.. FrameworkReferences.References.Union(FrameworkReferences.Paths.Keys.Select(name => FrameworkReferences.Find(name)!)), .. references.Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }

    private void Pack(string feed, string id, string version, string code, string? dependency = null)
    {
        Build($"build/{id}.dll", code);
        var path = Path.Combine(Folder, feed, $"{id}.{version}.nupkg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(Path.Combine(Folder, $"build/{id}.dll"), $"lib/net8.0/{id}.dll");
        using var manifest = new StreamWriter(archive.CreateEntry($"{id}.nuspec").Open());
        var dependencies = dependency is null ? "" : $"<dependencies><group targetFramework=\"net8.0\"><dependency id=\"{dependency}\" version=\"1.0.0\" /></group></dependencies>";
        manifest.Write($"<package><metadata><id>{id}</id><version>{version}</version><authors>a</authors><description>d</description>{dependencies}</metadata></package>");
    }
}
