using Course.Tests.Notebook;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Compression;

[Collection(LearnerState.Name)]
public sealed class DistillationTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(4.0)]
    public void Loss_Slopes_AreTheDifferenceOfTheChancesTimesTheTemperature(double temperature)
    {
        using var scope = NewDisposeScope();
        manual_seed(18);
        var (z, teacher) = (randn(6, 4, ScalarType.Float64).requires_grad_(), randn(6, 4, ScalarType.Float64).requires_grad_());

        Distillation.Loss(z, teacher, temperature).backward();

        var wanted = ((z / temperature).softmax(1) - (teacher / temperature).softmax(1)).detach() * temperature / 6;
        Assert.True((z.grad! - wanted).abs().max().item<double>() < 1e-12);
        Assert.True(teacher.grad is null);
    }

    [Fact]
    public void Loss_SureTeacherAtOne_IsCrossEntropy()
    {
        using var scope = NewDisposeScope();
        manual_seed(18);
        var (z, labels) = (randn(5, 3), tensor(new long[] { 0, 2, 1, 1, 0 }));

        Assert.Equal(
            nn.functional.cross_entropy(z, labels).item<float>(),
            Distillation.Loss(z, nn.functional.one_hot(labels, 3).to(ScalarType.Float32) * 1000, 1).item<float>(),
            1e-5f);
    }

    [Fact]
    public void Loss_ShapesOrTemperatureThatAreNone_SaysWhatIsWanted()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("(N, C)", Assert.Throws<ArgumentException>(() => Distillation.Loss(ones(2, 3), ones(2, 4), 1)).Message, StringComparison.Ordinal);
        Assert.Contains("above 0", Assert.Throws<ArgumentException>(() => Distillation.Loss(ones(2, 3), ones(2, 3), 0)).Message, StringComparison.Ordinal);
    }
}
