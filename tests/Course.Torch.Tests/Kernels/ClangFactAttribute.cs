namespace Course.Torch.Tests.Kernels;

/// <summary>A test that compiles the WebAssembly kernels; skipped, with the cure, where the compiler is missing or another one, which gives other bytes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClangFactAttribute : FactAttribute
{
    // The compiler that made the committed module: Debian 12's.
    private const string Version = "/usr/lib/llvm-14/bin/clang";

    public ClangFactAttribute() =>
        Skip = Instructions.Asked is not null ? "runs with all instructions only: nothing of it depends on them"
            : File.Exists(Version) && File.Exists("/usr/bin/wasm-ld") ? null
            : "clang 14 and lld are not here: apt-get install clang lld on Debian 12";
}
