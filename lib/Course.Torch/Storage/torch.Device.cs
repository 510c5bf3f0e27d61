using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor's memory: where every tensor of Course.Torch lives.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The first GPU. Naming it is free; putting a tensor there needs the TorchSharp backend and says so.</summary>
    public static Device CUDA => new(DeviceType.CUDA, 0);

    /// <summary>Apple's GPU; see <see cref="CUDA"/>.</summary>
    public static Device MPS => new(DeviceType.MPS, 0);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    /// <summary>Whether tensors can live on a device of this kind: here on the processor only.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType == DeviceType.CPU;

    /// <exception cref="TorchError">This engine has no such device; the message says how to switch the backend.</exception>
    public static void InitializeDeviceType(DeviceType deviceType) => Device.CheckUsable(new Device(deviceType));

    /// <returns>The device; the processor for null.</returns>
    /// <exception cref="TorchError">This engine has no such device; the message says how to switch the backend.</exception>
    public static Device InitializeDevice(Device? device) => Device.CheckUsable(device);

    /// <summary>A place for tensors: "cpu", "cuda" or "cuda:1".</summary>
    public sealed class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : DefaultIndex(type);
        }

        public Device(string deviceType, int index = -1)
        {
            type = Parse(deviceType);
            this.index = index;
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index < 0 ? DefaultIndex(deviceType) : index;
        }

        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <summary>Which one of its kind; −1 for the CPU.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : $"{name}:{index}";
        }

        /// <summary>Refuses every device that this engine does not have.</summary>
        internal static Device CheckUsable(Device? device)
        {
            if (device is { type: not DeviceType.CPU })
            {
                throw new TorchError(
                    $"device '{device}': Course.Torch computes on the CPU only; switch the backend with `course backend cuda`, or use Course.Device.Best");
            }

            return CPU;
        }

        private static int DefaultIndex(DeviceType type) => type == DeviceType.CUDA ? 0 : -1;

        private static DeviceType Parse(string name) => Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type)
            ? type
            : throw new ArgumentException($"'{name}' names no device; use \"cpu\" or \"cuda\"");
    }

    /// <summary>What this engine can say about GPUs: that it uses none.</summary>
    public static class cuda
    {
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        public static void manual_seed(long seed)
        {
        }

        public static void manual_seed_all(long seed)
        {
        }

        public static void synchronize(Device? device = null)
        {
        }
    }
}
