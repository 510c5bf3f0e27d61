using System.Reflection;
using TorchSharp;

namespace Course.Torch.Tests.Data;

public class TensorboardTests
{
    [Fact]
    public void SummaryWriter_DoesNotCompile_AndSaysWhatToUse()
    {
        var mark = typeof(torch.utils.tensorboard).GetMethod("SummaryWriter")!.GetCustomAttribute<ObsoleteAttribute>()!;

        Assert.True(mark.IsError);
        Assert.Contains("TrainingChart", mark.Message, StringComparison.Ordinal);
    }
}
