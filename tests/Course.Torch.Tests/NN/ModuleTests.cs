using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Torch.Tests.NN;

[Collection("default generator")]
public class ModuleTests
{
    private sealed class Net : nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly Linear fc1 = nn.Linear(3, 2);
        private readonly BatchNorm1d norm = nn.BatchNorm1d(2);
        private readonly Parameter scale = new(ones(1));
        private readonly torch.Tensor offset = zeros(2);

        public Net()
            : base("Net") => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => (norm.call(fc1.call(input)) * scale) + offset;
    }

    [Fact]
    public void StateDict_OfNestedModules_ListsParametersThenBuffers() => Assert.Equal(
        ["scale", "fc1.weight", "fc1.bias", "norm.weight", "norm.bias", "offset", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"],
        new Net().state_dict().Keys);

    [Fact]
    public void TrainAndEval_ReachTheChildren()
    {
        var net = new Net();
        net.eval();

        Assert.All(net.modules(), module => Assert.False(module.training));
    }

    [Fact]
    public void SaveAndLoad_ThroughTheByteFormat_GiveTheSameOutputs()
    {
        var (net, other) = (new Net(), new Net());
        var x = rand(4, 3);
        net.call(x);
        using var file = new MemoryStream();
        net.save(file);
        file.Position = 0;
        other.load(file);
        net.eval();
        other.eval();

        Assert.Equal(Tolerance.Values(net.call(x)), Tolerance.Values(other.call(x)));
    }

    [Fact]
    public void Save_OfALinear_WritesTorchSharpsBytes()
    {
        var layer = nn.Linear(1, 1);
        nn.init.constant_(layer.weight, 1);
        nn.init.constant_(layer.bias!, 2);
        using var file = new MemoryStream();
        layer.save(file);

        Assert.Equal("020677656967687406020101" + "0000803F" + "046269617306" + "0101" + "00000040", Convert.ToHexString(file.ToArray()));
    }

    [Fact]
    public void Load_OfAnotherShape_Throws()
    {
        using var file = new MemoryStream();
        nn.Linear(2, 2).save(file);
        file.Position = 0;

        Assert.Throws<ArgumentException>(() => nn.Linear(3, 2).load(file));
    }

    [Fact]
    public void Register_OfAUsedName_Throws()
    {
        var net = new Net();

        Assert.Throws<InvalidOperationException>(() => net.register_module("fc1", nn.ReLU()));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", nn.ReLU()));
    }

    [Fact]
    public void Hooks_AreCalled_UntilRemoved()
    {
        var layer = nn.ReLU();
        var calls = 0;
        using (layer.register_forward_hook((_, _, output) =>
        {
            calls++;
            return output + 1;
        }))
        {
            Assert.Equal(1, layer.call(zeros(1)).item<float>());
        }

        Assert.Equal(0, layer.call(zeros(1)).item<float>());
        Assert.Equal(1, calls);
    }

    [Fact]
    public void To_Double_ConvertsParametersInPlace()
    {
        var layer = nn.Linear(2, 2);
        var weight = layer.weight;
        layer.to(float64);

        Assert.Same(weight, layer.weight);
        Assert.Equal(float64, weight.dtype);
        Assert.Equal(float64, layer.call(zeros([1, 2], float64)).dtype);
    }

    [Fact]
    public void Linear_DrawnFromSeedOne_HasTheKnownWeights()
    {
        manual_seed(1);

        Assert.Null(Tolerance.Difference([0.36435, -0.3121, -0.13708, 0.33189], Tolerance.Values(nn.Linear(2, 2).weight), 1e-5));
    }

    [Fact]
    public void ZeroGrad_OfAModule_SetsNull_OfAnOptimizer_Zeros()
    {
        var layer = nn.Linear(2, 1);
        var optimizer = optim.SGD(layer.parameters(), 0.1);
        layer.call(ones(1, 2)).sum().backward();
        optimizer.zero_grad();
        Assert.Equal([0, 0], Tolerance.Values(layer.weight.grad!));
        layer.zero_grad();

        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void ClipGradNorm_ScalesToTheLimit_AndTellsTheNorm()
    {
        var p = new Parameter(zeros(2));
        p.grad = tensor(new[] { 3f, 4f });
        var norm = nn.utils.clip_grad_norm_([p], 1);

        Assert.Equal(5, norm, 5);
        Assert.Equal(0.6, Tolerance.Values(p.grad!)[0], 4);
    }

    [Fact]
    public void TransposedConvolution_OutputSize_ChoosesAmongThoseThatShrinkAlike()
    {
        var grow = nn.ConvTranspose2d(3, 2, 3, stride: 2, padding: 1);

        Assert.Equal([1, 2, 7, 7], grow.call(ones(1, 3, 4, 4)).shape);
        Assert.Equal([1, 2, 8, 7], grow.forward(ones(1, 3, 4, 4), [8, 7]).shape);
        Assert.Equal([3, 2, 3, 3], grow.weight.shape);
        Assert.Equal("ConvTranspose2d(3, 2, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))", grow.ToString());
        Assert.Equal("Upsample(scale_factor=2.0, mode='nearest')", nn.Upsample(scale_factor: [2]).ToString());
    }

    [Fact]
    public void Sequential_NamesTwice_KeepsBothSteps()
    {
        var twice = nn.Sequential(("a", nn.Linear(2, 2)), ("a", nn.Linear(2, 3)));

        Assert.Equal(2, twice.Count);
        Assert.Equal([3], twice.call(ones(2)).shape);
        Assert.Equal(4, twice.parameters().Count());
    }

    [Fact]
    public void Load_NotStrict_TellsOfEveryEntryOfTheFile()
    {
        using var file = new MemoryStream();
        nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2))).save(file);
        file.Position = 0;
        var loaded = new Dictionary<string, bool>();
        nn.Sequential(("a", nn.Linear(2, 2)), ("c", nn.Linear(2, 2))).load(file, strict: false, loadedParameters: loaded);

        Assert.Equal(["a.bias=True", "a.weight=True", "b.bias=False", "b.weight=False"], loaded.Select(entry => $"{entry.Key}={entry.Value}").Order());
    }

    [Fact]
    public void Load_WrongShape_NamesTheWeight()
    {
        using var file = new MemoryStream();
        nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2))).save(file);
        file.Position = 0;
        var error = Assert.Throws<ArgumentException>(() => nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(3, 2))).load(file));

        Assert.Contains("'b.weight'", error.Message, StringComparison.Ordinal);
        Assert.Contains("(2, 2)", error.Message, StringComparison.Ordinal);
    }
}
