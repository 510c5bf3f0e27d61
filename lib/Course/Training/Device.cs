using TorchSharp;

namespace Course;

/// <summary>Where this machine computes fastest, and what that means.</summary>
/// <remarks>Write it with its namespace, <c>Course.Device.Best</c>: a bare <c>Device</c> is also <see cref="torch.Device"/> once <c>torch</c> is imported.</remarks>
public static class Device
{
    private static torch.Device? _best;

    /// <summary>The device for models and batches: the first CUDA GPU, else Apple's GPU, else the processor. Found once per session.</summary>
    /// <remarks>On Course.Torch, the managed backend, always the processor. Same cell, another backend: <c>course backend cuda</c>.</remarks>
    public static torch.Device Best => _best ??= Find();

    /// <summary>A card that says which backend and device compute, with how many threads, and what a GPU would change.</summary>
    public static HtmlValue Describe() => DeviceCard.Of(Backend.IsManaged, Best, torch.get_num_threads());

    private static torch.Device Find() =>
        torch.cuda.is_available() ? torch.CUDA
        : torch.TryInitializeDeviceType(DeviceType.MPS) ? torch.MPS
        : torch.CPU;
}
