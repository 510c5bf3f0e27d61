using System.Globalization;
using System.Text.RegularExpressions;
using Course.Cli.Backends;
using Course.Cli.Tests.Backends;

namespace Course.Cli.Tests.Setup;

/// <summary>The folder that tests/Course.Gpu/run.sh makes for a machine with a GPU, tried on the processor with libtorch's own files and nothing else around.</summary>
public sealed partial class GpuFolderTests
{
    private const int MostBytes = 60 << 20;
    private const string DebiansLibtorch = "/usr/lib/python3/dist-packages/torch/lib/libtorch_cpu.so";

    private static readonly string Libtorch = Path.Combine(TorchSharpFactAttribute.Packages, "libtorch-cpu-linux-x64", "2.10.0", "runtimes", "linux-x64", "native");

    [TorchSharpFact]
    public void Folder_InAnEmptyEnvironment_TrainsOrSaysWhyNot()
    {
        using var scratch = new Scratch();
        var folder = scratch.At("gpu");
        var (packed, said) = Tool.Run(
            "bash", [Path.Combine(CourseProgram.Root, "tests", "Course.Gpu", "run.sh"), "pack", folder],
            environment: new() { ["COURSE"] = CourseProgram.Executable }, patience: TimeSpan.FromMinutes(10));
        Assert.True(packed == 0, said);
        Assert.InRange(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, MostBytes);
        Assert.True(File.Exists(Path.Combine(folder, "app", CppRuntime.NoteName)));

        var (code, output) = Run(folder, Libtorch);

        Assert.True(code == 0, output);
        Assert.Matches("symbols +all [0-9]+ that TorchSharp asks for", output);
        Assert.Equal(3, TwentyLosses().Count(output) / 2);
        Assert.All(Differences().Matches(output), match => Assert.Equal(0, double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(3, Rates().Count(output));
        AssertRefuses(folder, scratch.At("none"), "there is no libtorch_cpu.so in");
        if (File.Exists(DebiansLibtorch))
        {
            AssertRefuses(folder, Path.GetDirectoryName(DebiansLibtorch)!, "it does not load with this PyTorch");
        }
    }

    private static void AssertRefuses(string folder, string libtorch, string sentence)
    {
        var (code, output) = Run(folder, libtorch);
        Assert.Equal(1, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    // env -i: no .NET, no home, no library path; PATH has the shell's tools.
    private static (int Code, string Output) Run(string folder, string libtorch) => Tool.Run(
        "env", ["-i", "PATH=/usr/bin:/bin", "OMP_WAIT_POLICY=passive", $"TORCH_LIB={libtorch}", "REFERENCE=none", "bash", Path.Combine(folder, "run.sh"), "2"], patience: TimeSpan.FromMinutes(5));

    [GeneratedRegex(@"losses on cpu +([0-9]+\.[0-9]{4} ?){20}")]
    private static partial Regex TwentyLosses();

    [GeneratedRegex(@"largest relative difference (\S+)")]
    private static partial Regex Differences();

    [GeneratedRegex(@"[0-9.]+ ms a step, [0-9]+ samples a second \(2 steps\)")]
    private static partial Regex Rates();
}
