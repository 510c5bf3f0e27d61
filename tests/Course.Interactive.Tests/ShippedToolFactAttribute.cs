namespace Course.Interactive.Tests;

/// <summary>A test of the last .NET Interactive tool that was published; skipped where it has not been downloaded (133 MB).</summary>
internal sealed class ShippedToolFactAttribute : FactAttribute
{
    public ShippedToolFactAttribute()
    {
        if (!File.Exists(Program))
        {
            Skip = $"{Program} is not there; tests/run.sh installs it, unless Microsoft.dotnet-interactive cannot be restored";
        }
    }

    /// <summary>Where tests/run.sh puts the tool.</summary>
    public static string Program { get; } = Path.Combine(Checkout.Root, "artifacts", "tools", "dotnet-interactive");
}
