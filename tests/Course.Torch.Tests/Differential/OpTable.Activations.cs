using TorchSharp.Modules;
using F = TorchSharp.torch.nn.functional;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static IEnumerable<OpRow> Activations() =>
    [
        new("tanh", x => x[0].tanh(), "x[0].tanh()", Feed.Unary().WithIntegers()),
        new("sigmoid", x => x[0].sigmoid(), "x[0].sigmoid()", Feed.Unary(-8, 8)),
        new("relu", x => x[0].relu(), "x[0].relu()", Feed.Unary().WithIntegers()),
        new("relu6", x => x[0].relu6(), "F.relu6(x[0])", Feed.Unary(-8, 8)),
        new("leaky_relu", x => x[0].leaky_relu(0.1), "F.leaky_relu(x[0], 0.1)", Feed.Unary()),
        new("elu", x => x[0].elu(0.7), "F.elu(x[0], 0.7)", Feed.Unary()),
        new("celu", x => x[0].celu(0.7), "F.celu(x[0], 0.7)", Feed.Unary().OnlySingle()),
        new("selu", x => x[0].selu(), "F.selu(x[0])", Feed.Unary()),
        new("silu", x => x[0].silu(), "F.silu(x[0])", Feed.Unary(-8, 8)),
        new("gelu", x => x[0].gelu(), "F.gelu(x[0])", Feed.Unary(-5, 5)),
        new("gelu tanh", x => x[0].gelu(GELU.Approximate.tanh), "F.gelu(x[0], approximate='tanh')", Feed.Unary(-5, 5)),
        new("log_sigmoid", x => x[0].log_sigmoid(), "F.logsigmoid(x[0])", Feed.Unary(-30, 30)),
        new("softplus", x => x[0].softplus(2, 3), "F.softplus(x[0], 2, 3)", Feed.Unary()),
        new("hardtanh", x => x[0].hardtanh(-0.5, 0.7), "F.hardtanh(x[0], -0.5, 0.7)", Feed.Unary()),
        new("hardsigmoid", x => x[0].hardsigmoid(), "F.hardsigmoid(x[0])", Feed.Unary(-5, 5).OnlySingle()),
        new("hardswish", x => x[0].hardswish(), "F.hardswish(x[0])", Feed.Unary(-5, 5)),
        new("threshold", x => x[0].threshold(0.3, 7), "F.threshold(x[0], 0.3, 7)", Feed.Unary()),
        new("glu", x => x[0].glu(1), "F.glu(x[0], 1)", Feed.Of([3, 4])),
        new("prelu", x => x[0].prelu(x[1]), "F.prelu(x[0], x[1])", Feed.Of([2, 3, 2], [3])),
        new("softmax", x => x[0].softmax(-1), "x[0].softmax(-1)", Feed.Of([3, 4]).Plus([2, 3, 4])),
        new("softmax dim 0", x => x[0].softmax(0), "x[0].softmax(0)", Feed.Of([3, 4]).Plus([2, 3, 4])),
        new("softmax large", x => x[0].softmax(1), "x[0].softmax(1)", Feed.Of([3, 4]).Within(-1000, 1000)),
        new("log_softmax", x => x[0].log_softmax(1), "x[0].log_softmax(1)", Feed.Of([3, 4]).Plus([2, 3, 4])),
        new("mish", x => F.mish(x[0]), "F.mish(x[0])", Feed.Unary()),
        new("softsign", x => F.softsign(x[0]), "F.softsign(x[0])", Feed.Unary()),
        new("softmin", x => F.softmin(x[0], 1), "F.softmin(x[0], 1)", Feed.Of([3, 4])),
    ];
}
