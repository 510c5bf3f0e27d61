using System.Runtime.InteropServices;
using Course.Cli.Backends;

namespace Course.Cli.Tests.Backends;

public sealed class CppRuntimeTests
{
    internal const string Library = "libLibTorchSharp.so";

    internal static string Published => Path.Combine(
        TorchSharpFactAttribute.Packages, "torchsharp", TorchBackend.DefaultVersion, "runtimes", "linux-x64", "native", Library);

    [TorchSharpFact]
    public void Accommodate_OfTheRealLibrary_ChangesTwoBytesOfTheCopyAndSaysSo()
    {
        using var scratch = new Scratch();
        var original = File.ReadAllBytes(Published);
        File.WriteAllBytes(scratch.At("cache"), original);
        Assert.Equal(0, Tool.Run("ln", [scratch.At("cache"), scratch.At(Library)]).Code); // as MSBuild brings it from NuGet's cache

        Assert.True(CppRuntime.Accommodate(scratch.Folder));

        var adapted = File.ReadAllBytes(scratch.At(Library));
        Assert.Equal(original, File.ReadAllBytes(scratch.At("cache")));
        Assert.Equal(original.Length, adapted.Length);
        Assert.InRange(original.Zip(adapted).Count(pair => pair.First != pair.Second), 1, 2);
        var note = File.ReadAllText(scratch.At(CppRuntime.NoteName));
        Assert.All(["GLIBCXX_3.4.32", "_ZSt21ios_base_library_initv", "MIT licence", ".NET Foundation"], word => Assert.Contains(word, note, StringComparison.Ordinal));
    }

    [TorchSharpFact]
    public void Accommodate_OfWhatWasChangedBefore_DoesNothing()
    {
        using var scratch = new Scratch();
        File.Copy(Published, scratch.At(Library));
        CppRuntime.Accommodate(scratch.Folder);
        var once = File.ReadAllBytes(scratch.At(Library));

        Assert.False(CppRuntime.Accommodate(scratch.Folder));
        Assert.Equal(once, File.ReadAllBytes(scratch.At(Library)));
    }

    [TorchSharpFact]
    public void Waive_OfAVersionWhoseSymbolsAreUsed_Refuses()
    {
        var bytes = File.ReadAllBytes(Published);

        Assert.False(new ElfImage(bytes).TryWaive("GLIBCXX_3.4.30"));
        Assert.Equal(File.ReadAllBytes(Published), bytes);
    }

    [Fact]
    public void Accommodate_OfALibraryWithoutThatDemand_LeavesItAlone()
    {
        using var scratch = new Scratch();
        var runtime = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");
        File.Copy(runtime, scratch.At(Library));

        Assert.False(CppRuntime.Accommodate(scratch.Folder));
        Assert.Equal(File.ReadAllBytes(runtime), File.ReadAllBytes(scratch.At(Library)));
        Assert.False(File.Exists(scratch.At(CppRuntime.NoteName)));
    }

    [Fact]
    public void Accommodate_WithoutTheLibrary_DoesNothing()
    {
        using var scratch = new Scratch();

        Assert.False(CppRuntime.Accommodate(scratch.Folder));
        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }

    [TorchSharpFact]
    public void IsTooOld_OfThisMachine_IsWhatItsLoaderSays() =>
        Assert.Equal(CppRuntime.IsTooOld, Tool.Run("ldd", [Published]).Said.Contains("`GLIBCXX_3.4.32' not found", StringComparison.Ordinal));
}
