namespace Course.Torch.Tests.Differential;

/// <summary>A test that asks PyTorch itself; skipped, with the cure, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LiveOracleFactAttribute : FactAttribute
{
    public LiveOracleFactAttribute() =>
        Skip = Oracle.IsPresent ? null : "/usr/bin/python3 has no torch: apt-get install python3-torch. The stored values are compared all the same.";
}
