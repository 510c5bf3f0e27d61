using Course.Kernel.Running;

namespace Course.Cli.Tests.Commands;

public sealed class BenchCommandTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Bench_InACheckout_PassesOutputAndExitCodeThrough()
    {
        var folder = Directory.CreateDirectory(_scratch.At("tests/Course.Benchmarks")).FullName;
        Directory.CreateDirectory(_scratch.At("notebooks"));
        File.WriteAllText(_scratch.At("Course.sln"), "");
        File.WriteAllText(Path.Combine(folder, "Course.Benchmarks.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(string.Join('|', args)); return 42;");

        var (code, output) = CourseProgram.Run(_scratch.At("notebooks"), ["bench", "torch", "--json", "rows.json", "--only", "steps,matmul 128", "--rounds", "3"]);

        Assert.True(code == 42, output);
        Assert.Contains($"torch|--json|{_scratch.At("notebooks/rows.json")}|--only|steps,matmul 128|--rounds|3", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_CheckoutWithoutBenchmarks_SaysWhatIsWanted()
    {
        Directory.CreateDirectory(_scratch.At("notebooks"));
        File.WriteAllText(_scratch.At("Course.sln"), "");

        var (code, output) = CourseProgram.Run(_scratch.Folder, ["bench", "torch"]);

        Assert.Equal((int)ExitCode.Usage, code);
        Assert.Contains("clone the repository", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_UnknownSuite_IsNotUnderstood() =>
        Assert.Equal((int)ExitCode.Usage, CourseProgram.Run(_scratch.Folder, ["bench", "everything"]).Code);
}
