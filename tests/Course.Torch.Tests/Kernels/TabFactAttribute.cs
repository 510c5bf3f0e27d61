namespace Course.Torch.Tests.Kernels;

/// <summary>A test that starts Course.Torch in Node.js; skipped, with the cure, where its build is not there. Once is enough: no switch of the processor matters to it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TabFactAttribute : FactAttribute
{
    public TabFactAttribute() =>
        Skip = Instructions.Asked is not null ? "runs with all instructions only: nothing of it depends on them"
            : Directory.Exists(HostKernelTests.Site) ? null
            : "dotnet build tests/Course.Torch.Tab -c Release has not run here, or found no WebAssembly pack";
}
