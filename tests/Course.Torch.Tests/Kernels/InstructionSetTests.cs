using System.Diagnostics;
using System.Runtime.Intrinsics.X86;

namespace Course.Torch.Tests.Kernels;

/// <summary>Kernels, stored PyTorch values and training once more on lesser machines: in a child process with instructions switched off.</summary>
public class InstructionSetTests
{
    private const string Expected = "COURSE_TORCH_INSTRUCTIONS";

    [Theory]
    [InlineData("no AVX-512", "DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0")]
    [InlineData("no AVX2", "DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0 DOTNET_EnableAVX2=0")]
    [InlineData("none", "DOTNET_EnableHWIntrinsic=0")]
    public void Suite_WithInstructionsOff_Passes(string instructions, string switches)
    {
        if (Environment.GetEnvironmentVariable(Expected) is not null)
        {
            return; // this is the child
        }

        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "vstest", typeof(InstructionSetTests).Assembly.Location,
                "--TestCaseFilter:FullyQualifiedName~AgainstStored|FullyQualifiedName~Tests.Kernels|FullyQualifiedName~Parity",
            },
            RedirectStandardOutput = true,
        };
        start.Environment[Expected] = instructions;
        foreach (var pair in switches.Split(' ').Select(part => part.Split('=')))
        {
            start.Environment[pair[0]] = pair[1];
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, output);
    }

    [Fact]
    public void Switch_InTheChild_TookEffect()
    {
        switch (Environment.GetEnvironmentVariable(Expected))
        {
            case "no AVX-512":
                Assert.False(Avx512F.IsSupported);
                break;
            case "no AVX2":
                Assert.False(Avx2.IsSupported);
                break;
            case "none":
                Assert.False(Sse2.IsSupported && Sse41.IsSupported);
                break;
        }
    }
}
