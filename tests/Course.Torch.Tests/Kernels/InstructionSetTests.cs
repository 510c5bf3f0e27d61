using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Course.Torch.Tests.Kernels;

/// <summary>tests/run.sh runs the suite again with instructions switched off; each run asserts that its switch took effect.</summary>
public class InstructionSetTests
{
    [Fact]
    public void Switch_AskedFor_IsInForce()
    {
        switch (Instructions.Asked)
        {
            case null:
                Assert.DoesNotContain(Environment.GetEnvironmentVariables().Keys.Cast<string>(), name => name is "DOTNET_EnableAVX512" or "DOTNET_EnableAVX2" or "DOTNET_EnableHWIntrinsic");
                break;
            case "no AVX-512":
                Assert.False(Avx512F.IsSupported);
                Assert.False(Vector512.IsHardwareAccelerated);
                break;
            case "no AVX2":
                Assert.False(Avx2.IsSupported);
                Assert.False(Vector256.IsHardwareAccelerated);
                break;
            case "none":
                Assert.False(Vector128.IsHardwareAccelerated);
                Assert.False(Vector.IsHardwareAccelerated);
                break;
            default:
                Assert.Fail($"{Instructions.Variable} is \"{Instructions.Asked}\"; one of: no AVX-512, no AVX2, none");
                break;
        }
    }
}
