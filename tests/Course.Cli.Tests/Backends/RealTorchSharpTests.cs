using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Course.Cli.Tests.Backends;

public sealed class RealTorchSharpTests
{
    [TorchSharpFact]
    public void Library_OnTheRealTorchSharp_CompilesAndLeavesTheManagedBuildAlone()
    {
        using var scratch = new Scratch();
        var managed = new FileInfo(CourseProgram.Root + "/lib/Course/obj/project.assets.json").LastWriteTimeUtc;

        var (code, said) = Tool.Run(
            "dotnet",
            ["build", "lib/Course/Course.csproj", "-c", "Release", "-p:TorchBackend=cpu", $"-p:OutDir={scratch.Out}/", "--nologo", "-v", "quiet"],
            CourseProgram.Root);

        Assert.True(code == 0, said);
        var references = References(Path.Combine(scratch.Out, "Course.dll"));
        Assert.Contains("TorchSharp", references);
        Assert.DoesNotContain("Course.Torch", references);
        Assert.Contains(Directory.GetFiles(scratch.Out), file => Path.GetFileNameWithoutExtension(file).EndsWith("LibTorchSharp", StringComparison.Ordinal));
        Assert.Equal(managed, new FileInfo(CourseProgram.Root + "/lib/Course/obj/project.assets.json").LastWriteTimeUtc);
    }

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
