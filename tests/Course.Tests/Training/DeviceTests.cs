using TorchSharp;

namespace Course.Tests.Training;

public sealed class DeviceTests
{
    [Fact]
    public void Best_ManagedBackend_IsTheProcessor()
    {
        var best = Course.Device.Best;

        Assert.Equal(DeviceType.CPU, best.type);
        Assert.Equal(DeviceType.CPU, torch.zeros(2, device: best).device_type);
    }

    [Fact]
    public void Describe_ManagedBackend_SaysThatNoGpuIsUsedAndHowToChangeThat()
    {
        var text = Course.Device.Describe().ToString();

        Assert.Contains("Course.Torch (managed C#)", text, StringComparison.Ordinal);
        Assert.Contains($"{torch.get_num_threads()} of {Environment.ProcessorCount} processors", text, StringComparison.Ordinal);
        Assert.Contains("No GPU is used", text, StringComparison.Ordinal);
        Assert.Contains("`course backend cuda`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_NativeBackendWithAGpu_SaysHowToUseIt()
    {
        var text = DeviceCard.Of(isManaged: false, torch.CUDA, threads: 4).ToString()!;

        Assert.Contains("cuda:0", text, StringComparison.Ordinal);
        Assert.Contains(".to(Course.Device.Best)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No GPU", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_NativeBackendWithoutAGpu_NamesTheCudaPackages() =>
        Assert.Contains("TorchSharp finds no GPU", DeviceCard.Of(isManaged: false, torch.CPU, threads: 4).ToString()!, StringComparison.Ordinal);

    [Theory]
    [InlineData(DeviceType.CUDA)]
    [InlineData(DeviceType.MPS)]
    public void Tensor_OnAGpu_IsRefusedWithTheWayThere(DeviceType type)
    {
        Assert.False(torch.TryInitializeDeviceType(type));
        Assert.Contains("course backend cuda", Assert.ThrowsAny<Exception>(() => torch.zeros(2, device: new torch.Device(type))).Message, StringComparison.Ordinal);
        Assert.Contains("course backend cuda", Assert.ThrowsAny<Exception>(() => torch.zeros(2).to(type)).Message, StringComparison.Ordinal);
        Assert.Contains("course backend cuda", Assert.ThrowsAny<Exception>(() => torch.InitializeDeviceType(type)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_Gpu_FollowsTheBackend()
    {
        Assert.Equal(FindingState.Ok, Doctor.Gpu(isManaged: false, torch.CUDA).State);
        Assert.Null(Doctor.Gpu(isManaged: true, torch.CPU).Cure);
        Assert.Contains("course backend cuda", Doctor.Gpu(isManaged: false, torch.CPU).Cure, StringComparison.Ordinal);
    }
}
