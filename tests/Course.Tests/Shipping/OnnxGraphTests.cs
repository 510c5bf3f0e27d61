using System.Text;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tensor = TorchSharp.torch.Tensor;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Tests.Shipping;

/// <summary>What is exported, run in the real ONNX Runtime.</summary>
public class OnnxGraphTests
{
    private const double Near = 1e-4;

    private static readonly string[] Labels = [.. Enumerable.Range(0, 10).Select(i => $"{i}")];

    private static float[] Run<T>(OnnxGraph graph, string input, T[] values, params long[] shape)
    {
        using var session = new InferenceSession(graph.ToBytes());
        var x = new DenseTensor<T>(values, [.. shape.Select(size => (int)size)]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor(input, x)]);
        return results.Single().AsEnumerable<float>().ToArray();
    }

    private static void AssertSame(Sequential net, long[] shape)
    {
        net.eval();
        var x = randn([3, .. shape]);
        var wanted = net.call(x);
        var graph = OnnxGraph.Of(net, new ModelContract("net", shape, [.. Enumerable.Range(0, (int)wanted.shape[1]).Select(i => $"{i}")], 0, 1));

        var came = Run(graph, "x", x.data<float>().ToArray(), x.shape);

        Assert.Equal(wanted.NumberOfElements, came.Length);
        Assert.All(came.Zip(wanted.data<float>().ToArray()), pair => Assert.Equal(pair.Second, pair.First, Near));
    }

    [Fact]
    public void Of_EveryLayer_GivesTheSameLogits()
    {
        manual_seed(1);
        var net = Sequential(
            Conv2d(1, 4, 3, padding: Padding.Same), BatchNorm2d(4), ReLU(), MaxPool2d(2), Conv2d(4, 4, (3, 2), (1, 2), (1, 0), groups: 2, bias: false),
            GELU(), AvgPool2d(2, 1, 1, count_include_pad: false), GELU(TorchSharp.Modules.GELU.Approximate.tanh), Sigmoid(), Flatten(), Dropout(0.3),
            LayerNorm(60), Linear(60, 8, hasBias: false), Tanh(), LayerNorm([8], elementwise_affine: false), Linear(8, 2));
        net.call(randn(5, 1, 8, 8));
        AssertSame(net, [1, 8, 8]);
    }

    [Fact]
    public void Of_LayersWithOtherSettings_GivesTheSameLogits()
    {
        manual_seed(2);
        AssertSame(Sequential(Conv2d(2, 3, 4, padding: Padding.Same), Conv2d(3, 3, 3, padding: Padding.Valid, dilation: 2), Flatten(), Linear(3 * 7 * 6, 4)), [2, 11, 10]);
        AssertSame(Sequential(Conv2d(2, 3, (2, 3), (2, 1), (1, 2)), MaxPool2d((3, 2), (2, 1), (1, 1)), Flatten()), [2, 11, 10]);
        AssertSame(Sequential(MaxPool2d(2, 1, 0, 2), AvgPool2d((2, 3), padding: (1, 0)), BatchNorm2d(2, affine: false), Flatten()), [2, 11, 10]);
        AssertSame(Sequential(("flat", Flatten()), ("square", Linear(4, 4)), ("again", Linear(4, 4))), [2, 2]);
    }

    // 100 % of the labels, as the course promises: 1,000 digits, a net that has learnt a little, MLP and CNN.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_ATrainedNetwork_AgreesOnAThousandDigits(bool convolves)
    {
        manual_seed(3);
        var net = convolves
            ? Sequential(Conv2d(1, 8, 5, padding: 2), ReLU(), MaxPool2d(2), Conv2d(8, 16, 5, padding: 2), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.2), Linear(784, 10))
            : Sequential(Flatten(), Linear(784, 128), ReLU(), Linear(128, 10));
        var contract = new ModelContract("digits", [1, 28, 28], Labels, 0.1307f, 0.3081f);
        var digits = Data.Mnist();
        Train(net, Inputs(digits.Train.Take(640), contract), digits.Train.Take(640).Labels);
        var test = digits.Test.Take(1_000);
        var x = Inputs(test, contract);

        var wanted = net.call(x);
        var came = tensor(Run(OnnxGraph.Of(net, contract), "x", x.data<float>().ToArray(), x.shape), [1_000, 10]);

        Assert.True((came - wanted).abs().max().item<float>() <= Near);
        Assert.Equal(wanted.argmax(1).data<long>().ToArray(), came.argmax(1).data<long>().ToArray());
        var right = came.argmax(1).data<long>().ToArray().Zip(test.Labels).Count(pair => pair.First == pair.Second);
        Assert.InRange(right, 600, 1_000);   // it has learnt: the labels are no constant
    }

    private static Tensor Inputs(Digits digits, ModelContract contract) =>
        tensor(Enumerable.Range(0, digits.Count).SelectMany(i => contract.Scaled(digits.Pixels(i))).ToArray(), [digits.Count, 1, 28, 28]);

    private static void Train(Sequential net, Tensor x, int[] labels)
    {
        var y = tensor(labels.Select(label => (long)label).ToArray());
        var adam = optim.Adam(net.parameters(), lr: 0.003);
        for (var step = 0; step < 30; step++)
        {
            using var scope = NewDisposeScope();
            var rows = (64 * (step % 10))..(64 * (step % 10 + 1));
            adam.zero_grad();
            functional.cross_entropy(net.call(x[rows]), y[rows]).backward();
            adam.step();
        }

        net.eval();
    }

    [Fact]
    public void Graph_OfATransformer_GivesTheSameLogits()
    {
        manual_seed(4);
        var gpt = new TinyGpt(27, 8, 2, 4, 32);
        var tokens = randint(0, 27, [1_000, 8]);

        var wanted = gpt.call(tokens);
        var came = tensor(Run(gpt.Export(), "tokens", tokens.data<long>().ToArray(), 1_000, 8), wanted.shape);

        Assert.True((came - wanted).abs().max().item<float>() <= Near);
        Assert.Equal(wanted.argmax(-1).data<long>().ToArray(), came.argmax(-1).data<long>().ToArray());
    }

    [Fact]
    public void Of_AnyBatch_IsTaken()
    {
        var net = Sequential(Linear(3, 2));
        var graph = OnnxGraph.Of(net, new ModelContract("n", [3], ["a", "b"], 0, 1));

        Assert.Equal(2, Run(graph, "x", new float[3], 1, 3).Length);
        Assert.Equal(14, Run(graph, "x", new float[21], 7, 3).Length);
    }

    [Fact]
    public void Of_SaysWhatItsInputsAre()
    {
        using var session = new InferenceSession(OnnxGraph.Of(Sequential(Flatten(), Linear(784, 10)), new ModelContract("digits", [1, 28, 28], Labels, 0.1307f, 0.3081f)).ToBytes());

        Assert.Equal([-1, 1, 28, 28], session.InputMetadata["x"].Dimensions);
        Assert.Equal("N", session.InputMetadata["x"].SymbolicDimensions[0]);
        Assert.Equal([-1, 10], session.OutputMetadata["logits"].Dimensions);
        Assert.Equal("0,1,2,3,4,5,6,7,8,9", session.ModelMetadata.CustomMetadataMap["labels"]);
        Assert.Equal("0.1307", session.ModelMetadata.CustomMetadataMap["mean"]);
        Assert.Equal("digits", session.ModelMetadata.GraphName);
    }

    [Fact]
    public void Of_WhatHasNoCounterpart_SaysSo()
    {
        static string Refusal(Module<Tensor, Tensor> layer) =>
            Assert.Throws<NotSupportedException>(() => OnnxGraph.Of(Sequential(layer), new ModelContract("n", [3], ["a"], 0, 1))).Message;

        Assert.Contains("Softplus has no counterpart", Refusal(Softplus()), StringComparison.Ordinal);
        Assert.Contains("MaxPool2d with these settings", Refusal(MaxPool2d(2, ceil_mode: true)), StringComparison.Ordinal);
        Assert.Contains("Flatten with these settings", Refusal(Flatten(0)), StringComparison.Ordinal);
        Assert.Contains("padding mode Reflect", Refusal(Conv2d(1, 1, 3, padding_mode: PaddingModes.Reflect)), StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_OfOneOperation_IsWhatTheFormatSays()
    {
        var graph = new OnnxGraph("g");
        graph.Output("y", graph.Input("x", ScalarType.Float32, -1, 300), ScalarType.Float32, -1, 300);

        // y = Identity(x): by hand, after onnx.proto. 300 is 0xAC 0x02 as a varint.
        byte[] node = [0x0A, 1, (byte)'x', 0x12, 1, (byte)'y', 0x22, 8, .. Encoding.ASCII.GetBytes("Identity")];
        byte[] Value(char name) => [0x0A, 1, (byte)name, 0x12, 16, 0x0A, 14, 0x08, 1, 0x12, 10, 0x0A, 3, 0x12, 1, (byte)'N', 0x0A, 3, 0x08, 0xAC, 0x02];
        byte[] body = [0x0A, (byte)node.Length, .. node, 0x12, 1, (byte)'g', 0x5A, 21, .. Value('x'), 0x62, 21, .. Value('y')];
        byte[] wanted = [0x08, 9, 0x12, 6, .. Encoding.ASCII.GetBytes("Course"), 0x3A, (byte)body.Length, .. body, 0x42, 2, 0x10, 20];

        Assert.Equal(wanted, graph.ToBytes());
        Assert.Equal(new float[600], Run(graph, "x", new float[600], 2, 300));
    }

    [Fact]
    public void Save_WritesTheWholeFile()
    {
        var path = Path.GetTempFileName();
        try
        {
            var graph = OnnxGraph.Of(Sequential(Linear(3, 2)), new ModelContract("n", [3], ["a", "b"], 0, 1));
            graph.Save(path);

            Assert.Equal(graph.ToBytes(), File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
