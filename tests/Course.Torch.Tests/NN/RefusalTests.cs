using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Torch.Tests.NN;

/// <summary>
/// What PyTorch and TorchSharp refuse, refused here with an error of TorchSharp's kind: a number out of its domain, a shape that would broadcast unnoticed.
/// Each row was put to TorchSharp 0.107.0; where that one gives back NaN or a nonsense number, PyTorch's check decided.
/// </summary>
[Collection("default generator")]
public class RefusalTests
{
    private static readonly (string Name, Func<object?> Call)[] Native =
    [
        ("cross_entropy: smoothing above 1", () => F.cross_entropy(Scores, Classes, label_smoothing: 1.5)),
        ("cross_entropy: smoothing below 0", () => F.cross_entropy(Scores, Classes, label_smoothing: -0.5)),
        ("cross_entropy: smoothing NaN", () => F.cross_entropy(Scores, Classes, label_smoothing: double.NaN)),
        ("cross_entropy: too few weights", () => F.cross_entropy(Scores, Classes, ones(3))),
        ("cross_entropy: a matrix of weights", () => F.cross_entropy(Scores, Classes, ones(4, 1))),
        ("cross_entropy: weights of another type", () => F.cross_entropy(Scores, Classes, ones(4, float64))),
        ("cross_entropy: class out of range", () => F.cross_entropy(Scores, tensor(new long[] { 0, 1, 4 }))),
        ("cross_entropy: class below 0", () => F.cross_entropy(Scores, tensor(new long[] { 0, 1, -1 }))),
        ("cross_entropy: fewer targets", () => F.cross_entropy(Scores, tensor(new long[] { 0, 1 }))),
        ("cross_entropy: int32 target", () => F.cross_entropy(Scores, Classes.@int())),
        ("cross_entropy: integer scores", () => F.cross_entropy(ones(3, 4, int64), Classes)),
        ("cross_entropy: probabilities of another shape", () => F.cross_entropy(Scores, ones(3, 3))),
        ("cross_entropy: probabilities with an ignored class", () => F.cross_entropy(Scores, ones(3, 4), ignore_index: 1)),
        ("nll_loss: too many weights", () => F.nll_loss(Scores, Classes, ones(5))),
        ("nll_loss: class out of range", () => F.nll_loss(Scores, tensor(new long[] { 0, 1, 7 }))),
        ("nll_loss: integer scores", () => F.nll_loss(ones(3, 4, int64), Classes)),
        ("mse_loss: shapes", () => F.mse_loss(ones(3, 2), ones(3))),
        ("mse_loss: integers", () => F.mse_loss(arange(3), arange(3))),
        ("huber_loss: delta below 0", () => F.huber_loss(ones(3), ones(3), -1)),
        ("huber_loss: delta 0", () => F.huber_loss(ones(3), ones(3), 0)),
        ("huber_loss: delta NaN", () => F.huber_loss(ones(3), ones(3), double.NaN)),
        ("HuberLoss: delta below 0", () => HuberLoss(-1).call(ones(3), ones(3))),
        ("smooth_l1_loss: beta below 0", () => F.smooth_l1_loss(ones(3), ones(3), beta: -1)),
        ("binary_cross_entropy: above 1", () => F.binary_cross_entropy(tensor(new[] { 1.5f }), tensor(new[] { 1f }))),
        ("binary_cross_entropy: below 0", () => F.binary_cross_entropy(tensor(new[] { -0.5f }), tensor(new[] { 1f }))),
        ("binary_cross_entropy: NaN", () => F.binary_cross_entropy(tensor(new[] { float.NaN }), tensor(new[] { 1f }))),
        ("binary_cross_entropy: target above 1", () => F.binary_cross_entropy(tensor(new[] { 0.5f }), tensor(new[] { 1.5f }))),
        ("binary_cross_entropy: shapes", () => F.binary_cross_entropy(ones(3, 1), ones(3))),
        ("binary_cross_entropy: weights that enlarge", () => F.binary_cross_entropy(ones(3, 2), ones(3, 2), ones(4, 3, 2))),
        ("binary_cross_entropy: integer target", () => F.binary_cross_entropy(ones(3), ones(3, int64))),
        ("binary_cross_entropy: another precision", () => F.binary_cross_entropy(ones(3), ones(3, float64))),
        ("binary_cross_entropy_with_logits: shapes", () => F.binary_cross_entropy_with_logits(ones(3, 1), ones(3))),
        ("binary_cross_entropy_with_logits: integer target", () => F.binary_cross_entropy_with_logits(ones(3), ones(3, int64))),
        ("binary_cross_entropy_with_logits: weights", () => F.binary_cross_entropy_with_logits(ones(3, 2), ones(3, 2), ones(3))),
        ("kl_div: shapes", () => F.kl_div(ones(3, 2), ones(3))),
        ("cosine_embedding_loss: a column of targets", () => F.cosine_embedding_loss(ones(3, 2), ones(3, 2), ones(3, 1, int64))),
        ("triplet_margin_loss: ranks", () => F.triplet_margin_loss(ones(3, 2), ones(3, 2), ones(2))),
        ("cosine_similarity: shapes", () => F.cosine_similarity(ones(3, 2), ones(3, 4))),

        ("GRU: state of one sequence for five", () => GRU(2, 3).call(ones(4, 5, 2), zeros(1, 1, 3))),
        ("GRU: state of more layers", () => GRU(2, 3).call(ones(4, 5, 2), zeros(2, 5, 3))),
        ("GRU: state of another width", () => GRU(2, 3).call(ones(4, 5, 2), zeros(1, 5, 1))),
        ("GRU: state without layers", () => GRU(2, 3).call(ones(4, 5, 2), zeros(5, 3))),
        ("GRU: batch first, state of one", () => GRU(2, 3, batchFirst: true).call(ones(5, 4, 2), zeros(1, 1, 3))),
        ("GRU: input of another width", () => GRU(2, 3).call(ones(4, 5, 1))),
        ("GRU: no steps", () => GRU(2, 3).call(ones(0, 5, 2))),
        ("GRU: four dimensions", () => GRU(2, 3).call(ones(2, 2, 2, 2))),
        ("GRU: integers", () => GRU(2, 3).call(ones(4, 5, 2, int64))),
        ("GRU: no hidden units", () => GRU(2, 0)),
        ("GRU: no layers", () => GRU(2, 3, 0)),
        ("GRU: dropout 2", () => GRU(2, 3, 2, dropout: 2)),
        ("LSTM: h of another batch", () => LSTM(2, 3).call(ones(4, 5, 2), (zeros(1, 1, 3), zeros(1, 5, 3)))),
        ("LSTM: c of another batch", () => LSTM(2, 3).call(ones(4, 5, 2), (zeros(1, 5, 3), zeros(1, 1, 3)))),
        ("RNN: state of another batch", () => RNN(2, 3).call(ones(4, 5, 2), zeros(1, 1, 3))),
        ("RNN: state of another precision", () => RNN(2, 3).call(ones(4, 5, 2), zeros(1, 5, 3, float64))),
        ("GRUCell: state of another batch", () => GRUCell(2, 3).call(ones(5, 2), zeros(1, 3))),
        ("GRUCell: state of another width", () => GRUCell(2, 3).call(ones(5, 2), zeros(5, 1))),
        ("GRUCell: three dimensions", () => GRUCell(2, 3).call(ones(4, 5, 2), null)),
        ("GRUCell: vector with a batched state", () => GRUCell(2, 3).call(ones(2), zeros(1, 3))),
        ("LSTMCell: h of another batch", () => LSTMCell(2, 3).call(ones(5, 2), (zeros(1, 3), zeros(5, 3)))),
        ("RNNCell: state of another batch", () => RNNCell(2, 3).call(ones(5, 2), zeros(1, 3))),

        ("linear: bias of another precision", () => F.linear(ones(3, 4), ones(5, 4), ones(5, float64))),
        ("Conv2d: kernel 0", () => Conv2d(1, 1, 0)),
        ("conv2d: bias of another length", () => F.conv2d(ones(1, 1, 5, 5), ones(2, 1, 3, 3), ones(3))),
        ("conv2d: a matrix as bias", () => F.conv2d(ones(1, 1, 5, 5), ones(2, 1, 3, 3), ones(2, 1))),
        ("conv2d: bias of another precision", () => F.conv2d(ones(1, 1, 5, 5), ones(2, 1, 3, 3), ones(2, float64))),
        ("conv2d: stride 0", () => Conv2d(1, 1, 3, stride: 0).call(ones(1, 1, 5, 5))),
        ("conv2d: padding below 0", () => Conv2d(1, 1, 3, padding: -1).call(ones(1, 1, 5, 5))),
        ("conv2d: dilation 0", () => Conv2d(1, 1, 3, dilation: 0).call(ones(1, 1, 5, 5))),
        ("conv2d: circular padding above the size", () => Conv2d(1, 1, 3, padding: 5, padding_mode: PaddingModes.Circular).call(ones(1, 1, 4, 4))),
        ("conv_transpose2d: channels", () => F.conv_transpose2d(ones(1, 2, 3, 3), ones(3, 1, 2, 2))),
        ("conv_transpose2d: output padding not below the stride", () => F.conv_transpose2d(ones(1, 1, 3, 3), ones(1, 1, 2, 2), output_padding: [1, 1])),
        ("conv_transpose2d: bias of another length", () => F.conv_transpose2d(ones(1, 1, 3, 3), ones(1, 2, 2, 2), ones(3))),
        ("interpolate: neither size nor factor", () => F.interpolate(ones(1, 1, 3, 3))),
        ("interpolate: bilinear of a sequence", () => F.interpolate(ones(1, 1, 3), [2], mode: InterpolationMode.Bilinear)),
        ("interpolate: corners of nearest", () => F.interpolate(ones(1, 1, 3, 3), [2, 2], align_corners: true)),
        ("max_pool2d: no channels", () => MaxPool2d(2).call(ones(1, 0, 4, 4))),
        ("max_pool2d: stride 0", () => MaxPool2d(2, 0).call(ones(1, 1, 4, 4))),
        ("avg_pool2d: padding above half", () => AvgPool2d(2, padding: 2).call(ones(1, 1, 4, 4))),
        ("adaptive_avg_pool2d: a negative size", () => AdaptiveAvgPool2d(-1).call(ones(1, 1, 4, 4))),
        ("adaptive_avg_pool2d: a plane alone", () => AdaptiveAvgPool2d(2).call(ones(4, 4))),
        ("adaptive_avg_pool2d: integers", () => AdaptiveAvgPool2d(2).call(ones(1, 1, 4, 4, int64))),
        ("adaptive_avg_pool2d: one size", () => F.adaptive_avg_pool2d(ones(1, 1, 4, 4), [2])),
        ("batch_norm: no statistics outside training", () => F.batch_norm(ones(2, 3), null, null)),
        ("batch_norm: one weight for three channels", () => F.batch_norm(ones(2, 3), zeros(3), ones(3), ones(1))),
        ("batch_norm: two biases for three channels", () => F.batch_norm(ones(2, 3), zeros(3), ones(3), ones(3), ones(2))),
        ("batch_norm: one mean for three channels", () => F.batch_norm(ones(2, 3), zeros(1), ones(3))),
        ("batch_norm: running mean of one while training", () => F.batch_norm(ones(2, 3), zeros(1), ones(1), training: true)),
        ("BatchNorm1d: another precision", () => BatchNorm1d(3).call(ones(2, 3, float64))),
        ("layer_norm: no sizes", () => F.layer_norm(ones(2, 4), [])),
        ("layer_norm: one weight", () => F.layer_norm(ones(2, 3), [3], ones(1))),
        ("group_norm: one weight", () => F.group_norm(ones(2, 4, 3), 2, ones(1))),
        ("GroupNorm: other channels", () => GroupNorm(2, 4).call(ones(2, 6, 3))),
        ("GroupNorm: no groups", () => GroupNorm(0, 3).call(ones(2, 3, 4))),
        ("Dropout: 1.5", () => Dropout(1.5).call(ones(3))),
        ("dropout: NaN", () => F.dropout(ones(3), double.NaN)),
        ("dropout: 1.5, not training", () => F.dropout(ones(3), 1.5, false)),
        ("Embedding: number out of range", () => Embedding(3, 2).call(tensor(new long[] { 3 }))),
        ("Embedding: number below 0", () => Embedding(3, 2).call(tensor(new long[] { -1 }))),
        ("Embedding: fractions", () => Embedding(3, 2).call(ones(2))),
        ("Embedding: padding out of range", () => Embedding(3, 2, padding_idx: 5)),
        ("EmbeddingBag: offsets begin late", () => EmbeddingBag(3, 2).call(Numbers, tensor(new long[] { 1 }))),
        ("EmbeddingBag: offset behind the end", () => EmbeddingBag(3, 2).call(Numbers, tensor(new long[] { 0, 5 }))),
        ("EmbeddingBag: falling offsets", () => EmbeddingBag(3, 2).call(Numbers, tensor(new long[] { 0, 2, 1 }))),
        ("EmbeddingBag: weights with a mean", () => EmbeddingBag(3, 2).call(Numbers, tensor(new long[] { 0 }), ones(3))),
        ("EmbeddingBag: one weight for three", () => EmbeddingBag(3, 2, mode: EmbeddingBagMode.Sum).call(Numbers, tensor(new long[] { 0 }), ones(1))),
        ("MultiheadAttention: heads", () => MultiheadAttention(5, 2)),
        ("MultiheadAttention: keys of one sequence", () => MultiheadAttention(4, 2).call(ones(3, 2, 4), ones(3, 1, 4), ones(3, 1, 4))),
        ("MultiheadAttention: fewer values than keys", () => MultiheadAttention(4, 2).call(ones(3, 2, 4), ones(3, 2, 4), ones(2, 2, 4))),
        ("MultiheadAttention: a mask per sequence, not per head", () => MultiheadAttention(4, 2).call(ones(3, 2, 4), ones(3, 2, 4), ones(3, 2, 4), attn_mask: ones(2, 3, 3))),
        ("MultiheadAttention: padding of one sequence", () => MultiheadAttention(4, 2).call(ones(3, 2, 4), ones(3, 2, 4), ones(3, 2, 4), zeros(1, 3, torch.@bool))),
        ("MultiheadAttention: padding of fewer keys", () => MultiheadAttention(4, 2).call(ones(3, 2, 4), ones(3, 2, 4), ones(3, 2, 4), zeros(2, 2, torch.@bool))),
        ("scaled_dot_product_attention: widths", () => F.scaled_dot_product_attention(ones(2, 3, 4), ones(2, 3, 5), ones(2, 3, 4))),
        ("scaled_dot_product_attention: fewer values than keys", () => F.scaled_dot_product_attention(ones(2, 3, 4), ones(2, 5, 4), ones(2, 3, 4))),
        ("scaled_dot_product_attention: a mask of integers", () => F.scaled_dot_product_attention(ones(2, 3, 4), ones(2, 3, 4), ones(2, 3, 4), ones(3, 3, int64))),
        ("scaled_dot_product_attention: dropout 2", () => F.scaled_dot_product_attention(ones(2, 3, 4), ones(2, 3, 4), ones(2, 3, 4), p: 2)),
        ("scaled_dot_product_attention: vectors", () => F.scaled_dot_product_attention(ones(4), ones(4), ones(4))),

        ("prelu: a matrix of weights", () => F.prelu(ones(2, 4), ones(4, 1))),
        ("PReLU: other channels", () => PReLU(3).call(ones(2, 4))),
        ("glu: an odd size", () => GLU().call(ones(3))),
        ("softmax: integers", () => Softmax(0).call(ones(3, int64))),
        ("celu: alpha 0", () => ones(3).celu(0)),
        ("flatten: end before start", () => Flatten(2, 1).call(ones(2, 2, 2))),
        ("unflatten: sizes", () => Unflatten(1, [2, 3]).call(ones(2, 5))),
        ("pad: reflection above the size", () => F.pad(ones(1, 1, 3), [3, 0], PaddingModes.Reflect)),
        ("pad: circular above the size", () => F.pad(ones(1, 1, 3), [4, 0], PaddingModes.Circular)),
        ("one_hot: below 0", () => F.one_hot(tensor(new long[] { -1 }))),
        ("one_hot: too few classes", () => F.one_hot(tensor(new long[] { 3 }), 2)),
        ("one_hot: nothing", () => F.one_hot(zeros(0, int64))),
        ("pad_sequence: nothing", () => torch.nn.utils.rnn.pad_sequence([])),

        ("eye_: three dimensions", () => init.eye_(ones(2, 2, 2))),
        ("xavier_uniform_: a vector", () => init.xavier_uniform_(ones(2))),
        ("kaiming_uniform_: a vector", () => init.kaiming_uniform_(ones(2))),
        ("uniform_: reversed", () => init.uniform_(ones(2), 1, 0)),
        ("normal_: negative deviation", () => init.normal_(ones(2), 0, -1)),
        ("trunc_normal_: reversed", () => init.trunc_normal_(ones(2), 0, 1, 2, -2)),
        ("uniform_: integers", () => init.uniform_(ones(2, int64))),
        ("bernoulli_: 2", () => ones(3).bernoulli_(2)),
        ("multinomial: all zero", () => zeros(3).multinomial(1)),
        ("multinomial: more than there are", () => ones(3).multinomial(5)),
        ("exponential_: rate below 0", () => ones(3).exponential_(-1)),
        ("logspace: negative steps", () => logspace(0, 1, -1)),
        ("quantile: above 1", () => ones(3).quantile(tensor(2f))),
        ("quantile: another precision", () => ones(3).quantile(tensor(0.5))),
    ];

    private static readonly (string Name, Func<object?> Call)[] Managed =
    [
        ("Conv2d: channels", () => Conv2d(2, 1, 3).call(ones(1, 3, 5, 5))),
        ("Conv2d: a plane alone", () => Conv2d(1, 1, 3).call(ones(5, 5))),
        ("Conv2d: padding Same with a stride", () => Conv2d(1, 1, 3, stride: 2, padding: Padding.Same)),
        ("Conv1d: a vector", () => Conv1d(1, 1, 3).call(ones(5))),
        ("BatchNorm2d: a matrix", () => BatchNorm2d(3).call(ones(2, 3))),
        ("Dropout1d: a vector", () => Dropout1d().call(ones(3))),
        ("EmbeddingBag: rows and offsets", () => EmbeddingBag(3, 2).call(tensor(new long[,] { { 0, 1, 2 } }), tensor(new long[] { 0 }))),
        ("scaled_dot_product_attention: causal and masked", () => F.scaled_dot_product_attention(ones(2, 3, 4), ones(2, 3, 4), ones(2, 3, 4), ones(3, 3), is_casual: true)),
        ("SGD: rate", () => optim.SGD(Weights, -1)),
        ("SGD: NaN", () => optim.SGD(Weights, double.NaN)),
        ("SGD: momentum", () => optim.SGD(Weights, 0.1, momentum: -1)),
        ("SGD: weight_decay", () => optim.SGD(Weights, 0.1, weight_decay: -1)),
        ("SGD: nesterov alone", () => optim.SGD(Weights, 0.1, nesterov: true)),
        ("SGD: rate of a group", () => optim.SGD([new SGD.ParamGroup(Weights, lr: -1)], 0.1)),
        ("Adam: rate", () => optim.Adam(Weights, -1)),
        ("Adam: beta1", () => optim.Adam(Weights, 0.1, 1.0)),
        ("Adam: beta1 below 0", () => optim.Adam(Weights, 0.1, -0.1)),
        ("Adam: beta2", () => optim.Adam(Weights, 0.1, 0.9, 1.0)),
        ("Adam: eps", () => optim.Adam(Weights, 0.1, 0.9, 0.99, -1)),
        ("Adam: weight_decay", () => optim.Adam(Weights, 0.1, weight_decay: -1)),
        ("AdamW: rate", () => optim.AdamW(Weights, -1)),
        ("AdamW: beta2", () => optim.AdamW(Weights, 0.1, 0.9, 1.0)),
        ("RMSProp: alpha", () => optim.RMSProp(Weights, 0.1, alpha: -1)),
        ("RMSProp: momentum", () => optim.RMSProp(Weights, 0.1, momentum: -1)),
        ("Adagrad: lr_decay", () => optim.Adagrad(Weights, 0.1, -1)),
        ("Adagrad: initial_accumulator_value", () => optim.Adagrad(Weights, 0.1, initial_accumulator_value: -1)),
        ("Adadelta: rho", () => optim.Adadelta(Weights, rho: 2)),
        ("Adamax: beta1", () => optim.Adamax(Weights, beta1: 1)),
        ("NAdam: momentum_decay", () => optim.NAdam(Weights, momentum_decay: -1)),
        ("RAdam: beta2", () => optim.RAdam(Weights, beta2: 1)),
        ("ASGD: rate", () => optim.ASGD(Weights, -1)),
        ("Rprop: etaminus", () => optim.Rprop(Weights, etaminus: 1.5)),
        ("LBFGS: rate", () => optim.LBFGS(Weights, -1)),
        ("LBFGS: no closure", () => optim.LBFGS(Weights).step()),
        ("ConvTranspose2d: output size out of reach", () => ConvTranspose2d(1, 1, 3, stride: 2).forward(ones(1, 1, 4, 4), [20, 20])),
        ("StepLR: step_size", () => optim.lr_scheduler.StepLR(Optimizer, 0)),
        ("CosineAnnealingLR: T_max", () => optim.lr_scheduler.CosineAnnealingLR(Optimizer, 0)),
        ("OneCycleLR: no length", () => optim.lr_scheduler.OneCycleLR(Optimizer, 1.0)),
        ("OneCycleLR: no epochs", () => optim.lr_scheduler.OneCycleLR(Optimizer, 1.0, epochs: 0, steps_per_epoch: 3)),
        ("OneCycleLR: pct_start", () => optim.lr_scheduler.OneCycleLR(Optimizer, 1.0, 10, pct_start: 2)),
        ("OneCycleLR: an optimizer without momentum", () => optim.lr_scheduler.OneCycleLR(optim.Adagrad(Weights), 1.0, 10)),
        ("CyclicLR: an optimizer without momentum", () => optim.lr_scheduler.CyclicLR(optim.Adagrad(Weights), 0.1, 0.5)),
        ("CyclicLR: no steps", () => optim.lr_scheduler.CyclicLR(Optimizer, 0.1, 0.5, step_size_up: 0)),
        ("ReduceLROnPlateau: factor", () => optim.lr_scheduler.ReduceLROnPlateau(Optimizer, factor: 1.5)),
        ("SequentialLR: another optimizer's schedule", () => optim.lr_scheduler.SequentialLR(
            Optimizer, [optim.lr_scheduler.ConstantLR(Optimizer), optim.lr_scheduler.ConstantLR(Optimizer)], [2])),
    ];

    public static TheoryData<string> NativeNames => [.. Native.Select(row => row.Name)];

    public static TheoryData<string> ManagedNames => [.. Managed.Select(row => row.Name)];

    private static torch.Tensor Scores => ones(3, 4);

    private static torch.Tensor Classes => tensor(new long[] { 0, 1, 2 });

    private static torch.Tensor Numbers => tensor(new long[] { 0, 1, 2 });

    private static Parameter[] Weights => [new Parameter(ones(2))];

    private static optim.Optimizer Optimizer => optim.SGD(Weights, 0.1, 0.9);

    [Theory]
    [MemberData(nameof(NativeNames))]
    public void Call_ThatLibtorchRefuses_ThrowsItsKindWithASentence(string name)
    {
        var error = Assert.ThrowsAny<ExternalException>(() => Native.Single(row => row.Name == name).Call());

        Assert.True(error.Message.Length > 30, error.Message);
    }

    [Theory]
    [MemberData(nameof(ManagedNames))]
    public void Call_ThatTorchSharpRefuses_ThrowsAnArgumentExceptionWithASentence(string name)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Managed.Single(row => row.Name == name).Call());

        Assert.True(error.Message.Length > 30, error.Message);
    }
}
