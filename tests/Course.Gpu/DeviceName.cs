using System.ComponentModel;
using System.Diagnostics;
using TorchSharp;

namespace Course.Gpu;

/// <summary>What a device calls itself.</summary>
internal static class DeviceName
{
    /// <summary>The card's name, or the processor's.</summary>
    public static string Of(torch.Device device) => device.type == DeviceType.CUDA ? Card() : Processor();

    private static string Card()
    {
        try
        {
            using var query = Process.Start(new ProcessStartInfo("nvidia-smi", ["--query-gpu=name,driver_version", "--format=csv,noheader", "--id=0"]) { RedirectStandardOutput = true })!;
            return query.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception)
        {
            return "no nvidia-smi to ask for its name";
        }
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var model = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return $"{model?.Split(':')[1].Trim() ?? "processor"}, {Environment.ProcessorCount} cores";
    }
}
