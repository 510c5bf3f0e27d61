using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static Tensor Classes => tensor(new long[] { 2, 0, 1 });

    private const string PythonClasses = "torch.tensor([2, 0, 1])";

    private static Feed Image => Feed.Of([2, 2, 6, 5], [3, 2, 3, 2], [3]);

    private static IEnumerable<OpRow> Networks() =>
    [
        new("linear", x => F.linear(x[0], x[1], x[2]), "F.linear(x[0], x[1], x[2])", Feed.Of([3, 4], [5, 4], [5]).Plus([2, 3, 4], [5, 4], [5]).Plus([4], [5, 4], [5])),
        new("linear bare", x => F.linear(x[0], x[1]), "F.linear(x[0], x[1])", Feed.Of([3, 4], [5, 4])),
        new("conv2d", x => F.conv2d(x[0], x[1], x[2]), "F.conv2d(x[0], x[1], x[2])", Image),
        new("conv2d stride pad", x => F.conv2d(x[0], x[1], x[2], [2, 1], [1, 2]), "F.conv2d(x[0], x[1], x[2], (2, 1), (1, 2))", Image),
        new("conv2d dilated", x => F.conv2d(x[0], x[1], x[2], padding: [2, 2], dilation: [2, 3]), "F.conv2d(x[0], x[1], x[2], padding=2, dilation=(2, 3))", Image),
        new("conv2d groups", x => F.conv2d(x[0], x[1], groups: 2), "F.conv2d(x[0], x[1], groups=2)", Feed.Of([2, 4, 5, 5], [6, 2, 3, 3])),
        new("conv2d many images", x => F.conv2d(x[0], x[1]), "F.conv2d(x[0], x[1])", Feed.Of([11, 1, 4, 4], [2, 1, 3, 3])),
        new("conv2d same", x => F.conv2d_padding(x[0], x[1], padding: Padding.Same), "F.conv2d(x[0], x[1], padding='same')", Feed.Of([1, 2, 5, 5], [2, 2, 3, 2])),
        new("conv1d", x => F.conv1d(x[0], x[1], x[2], 2, 1), "F.conv1d(x[0], x[1], x[2], 2, 1)", Feed.Of([2, 3, 7], [4, 3, 3], [4])),
        new("conv_transpose2d", x => F.conv_transpose2d(x[0], x[1], x[2]), "F.conv_transpose2d(x[0], x[1], x[2])", Feed.Of([2, 2, 4, 3], [2, 3, 3, 2], [3])),
        new("conv_transpose2d stride", x => F.conv_transpose2d(x[0], x[1], x[2], [2, 3], [1, 0], [1, 2]), "F.conv_transpose2d(x[0], x[1], x[2], (2, 3), (1, 0), (1, 2))", Feed.Of([2, 2, 4, 3], [2, 3, 3, 2], [3])),
        new("conv_transpose2d groups", x => F.conv_transpose2d(x[0], x[1], groups: 2, dilation: [2, 1]), "F.conv_transpose2d(x[0], x[1], groups=2, dilation=(2, 1))", Feed.Of([5, 4, 3, 3], [4, 3, 2, 2]).Growing(5)),
        new("conv_transpose1d", x => F.conv_transpose1d(x[0], x[1], x[2], 2, 1), "F.conv_transpose1d(x[0], x[1], x[2], 2, 1)", Feed.Of([2, 3, 5], [3, 2, 4], [2]).Growing(5)),
        new("interpolate nearest", x => F.interpolate(x[0], [5, 3]), "F.interpolate(x[0], (5, 3))", Feed.Of([1, 2, 3, 4])),
        new("interpolate nearest factor", x => F.interpolate(x[0], scale_factor: [1.7]), "F.interpolate(x[0], scale_factor=1.7)", Feed.Of([1, 2, 3, 4]).Plus([1, 2, 5])),
        new("interpolate exact", x => F.interpolate(x[0], [5, 3], mode: InterpolationMode.NearestExact), "F.interpolate(x[0], (5, 3), mode='nearest-exact')", Feed.Of([1, 2, 3, 4])),
        new("interpolate linear", x => F.interpolate(x[0], [7], mode: InterpolationMode.Linear, align_corners: true), "F.interpolate(x[0], 7, mode='linear', align_corners=True)", Feed.Of([1, 2, 4])),
        new("interpolate bilinear", x => F.interpolate(x[0], [5, 3], mode: InterpolationMode.Bilinear), "F.interpolate(x[0], (5, 3), mode='bilinear')", Feed.Of([1, 2, 3, 4])),
        new("interpolate bilinear factor", x => F.interpolate(x[0], scale_factor: [2.5, 0.6], mode: InterpolationMode.Bilinear), "F.interpolate(x[0], scale_factor=(2.5, 0.6), mode='bilinear')", Feed.Of([1, 2, 3, 4])),
        new("interpolate corners", x => F.interpolate(x[0], [5, 1], mode: InterpolationMode.Bilinear, align_corners: true), "F.interpolate(x[0], (5, 1), mode='bilinear', align_corners=True)", Feed.Of([1, 2, 3, 4])),
        new("interpolate recomputed", x => F.interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true), "F.interpolate(x[0], scale_factor=1.7, mode='bilinear', recompute_scale_factor=True)", Feed.Of([1, 2, 3, 4])),
        new("interpolate trilinear", x => F.interpolate(x[0], [3, 4, 2], mode: InterpolationMode.Trilinear), "F.interpolate(x[0], (3, 4, 2), mode='trilinear')", Feed.Of([1, 1, 2, 3, 3])),
        new("interpolate area", x => F.interpolate(x[0], [2, 3], mode: InterpolationMode.Area), "F.interpolate(x[0], (2, 3), mode='area')", Feed.Of([1, 2, 5, 4])),
        new("Upsample", x => nn.Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear, align_corners: true).call(x[0]), "torch.nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)(x[0])", Feed.Of([1, 2, 3, 4])),
        new("max_pool2d", x => F.max_pool2d(x[0], 2), "F.max_pool2d(x[0], 2)", Feed.Of([2, 2, 6, 5])),
        new("max_pool2d overlap", x => F.max_pool2d(x[0], 3, 1, 1, 2), "F.max_pool2d(x[0], 3, 1, 1, 2)", Feed.Of([1, 2, 6, 5])),
        new("max_pool2d ceil", x => F.max_pool2d(x[0], 2, ceil_mode: true), "F.max_pool2d(x[0], 2, ceil_mode=True)", Feed.Of([1, 2, 5, 5])),
        new("max_pool2d places", x => F.max_pool2d_with_indices(x[0], [2, 2]).indices, "F.max_pool2d(x[0], 2, return_indices=True)[1]", Feed.Of([1, 2, 6, 5]).NoGradient()),
        new("max_pool1d", x => F.max_pool1d(x[0], 3, 2), "F.max_pool1d(x[0], 3, 2)", Feed.Of([2, 2, 7])),
        new("avg_pool2d", x => F.avg_pool2d(x[0], 2), "F.avg_pool2d(x[0], 2)", Feed.Of([2, 2, 6, 5])),
        new("avg_pool2d pad", x => F.avg_pool2d(x[0], 3, 2, 1), "F.avg_pool2d(x[0], 3, 2, 1)", Feed.Of([1, 2, 6, 5])),
        new("avg_pool2d uncounted", x => F.avg_pool2d(x[0], 3, 2, 1, count_include_pad: false), "F.avg_pool2d(x[0], 3, 2, 1, count_include_pad=False)", Feed.Of([1, 2, 6, 5])),
        new("avg_pool1d", x => F.avg_pool1d(x[0], 3, 2), "F.avg_pool1d(x[0], 3, 2)", Feed.Of([2, 2, 7])),
        new("adaptive_avg_pool2d", x => F.adaptive_avg_pool2d(x[0], (3, 2)), "F.adaptive_avg_pool2d(x[0], (3, 2))", Feed.Of([2, 2, 7, 5])),
        new("adaptive_avg_pool1d", x => F.adaptive_avg_pool1d(x[0], 3), "F.adaptive_avg_pool1d(x[0], 3)", Feed.Of([2, 2, 7])),
        new("unfold images", x => F.unfold(x[0], 2, stride: 2, padding: 1), "F.unfold(x[0], 2, stride=2, padding=1)", Feed.Of([1, 2, 4, 4])),
        new("layer_norm", x => F.layer_norm(x[0], [4], x[1], x[2]), "F.layer_norm(x[0], (4,), x[1], x[2])", Feed.Of([3, 4], [4], [4]).Plus([2, 3, 4], [4], [4])),
        new("layer_norm bare", x => F.layer_norm(x[0], [3, 4]), "F.layer_norm(x[0], (3, 4))", Feed.Of([2, 3, 4])),
        new("batch_norm training", x => F.batch_norm(x[0], null, null, x[1], x[2], training: true), "F.batch_norm(x[0], None, None, x[1], x[2], training=True)", Feed.Of([4, 3], [3], [3]).Plus([2, 3, 2, 2], [3], [3])),
        new("batch_norm eval", x => F.batch_norm(x[0], full(3, 0.3, x[0].dtype), full(3, 2.0, x[0].dtype), x[1], x[2]), "F.batch_norm(x[0], torch.full((3,), 0.3, dtype=x[0].dtype), torch.full((3,), 2.0, dtype=x[0].dtype), x[1], x[2])", Feed.Of([4, 3], [3], [3]).Within(0.5, 2)),
        new("group_norm", x => F.group_norm(x[0], 2, x[1], x[2]), "F.group_norm(x[0], 2, x[1], x[2])", Feed.Of([2, 4, 3], [4], [4])),
        new("one_hot", x => F.one_hot(x[0].abs().to(int64), 9), "F.one_hot(x[0].abs().to(torch.int64), 9)", Feed.Of([2, 3]).NoGradient()),
        new("cross_entropy", x => F.cross_entropy(x[0], Classes), $"F.cross_entropy(x[0], {PythonClasses})", Feed.Of([3, 4])),
        new("cross_entropy sum", x => F.cross_entropy(x[0], Classes, reduction: Reduction.Sum), $"F.cross_entropy(x[0], {PythonClasses}, reduction='sum')", Feed.Of([3, 4]).Within(-200, 200)),
        new("cross_entropy weighted", x => F.cross_entropy(x[0], Classes, x[1].detach(), 1), $"F.cross_entropy(x[0], {PythonClasses}, x[1].detach(), ignore_index=1)", Feed.Of([3, 4], [4]).Within(0.2, 2)),
        new("cross_entropy smooth", x => F.cross_entropy(x[0], Classes, ignore_index: 0, label_smoothing: 0.1), $"F.cross_entropy(x[0], {PythonClasses}, ignore_index=0, label_smoothing=0.1)", Feed.Of([3, 4])),
        new("cross_entropy smooth weighted", x => F.cross_entropy(x[0], Classes, x[1].detach(), label_smoothing: 0.1), $"F.cross_entropy(x[0], {PythonClasses}, x[1].detach(), label_smoothing=0.1)", Feed.Of([3, 4], [4]).Within(0.2, 2)),
        new("cross_entropy soft", x => F.cross_entropy(x[0], x[1].softmax(1)), "F.cross_entropy(x[0], x[1].softmax(1))", Feed.Of([3, 4], [3, 4])),
        new("cross_entropy planes", x => F.cross_entropy(x[0], tensor(new long[,] { { 0, 1 }, { 2, 2 } })), "F.cross_entropy(x[0], torch.tensor([[0, 1], [2, 2]]))", Feed.Of([2, 3, 2])),
        new("nll_loss", x => F.nll_loss(x[0], Classes, reduction: Reduction.None), $"F.nll_loss(x[0], {PythonClasses}, reduction='none')", Feed.Of([3, 4])),
        new("mse_loss", x => F.mse_loss(x[0], x[1]), "F.mse_loss(x[0], x[1])", Feed.Of([3, 4], [3, 4])),
        new("l1_loss", x => F.l1_loss(x[0], x[1], Reduction.Sum), "F.l1_loss(x[0], x[1], reduction='sum')", Feed.Of([3, 4], [3, 4])),
        new("huber_loss", x => F.huber_loss(x[0], x[1], 0.7), "F.huber_loss(x[0], x[1], delta=0.7)", Feed.Of([3, 4], [3, 4])),
        new("smooth_l1_loss", x => F.smooth_l1_loss(x[0], x[1], beta: 0.7), "F.smooth_l1_loss(x[0], x[1], beta=0.7)", Feed.Of([3, 4], [3, 4])),
        new("bce", x => F.binary_cross_entropy(x[0], x[1].detach()), "F.binary_cross_entropy(x[0], x[1].detach())", Feed.Of([3, 4], [3, 4]).Within(0.05, 0.95)),
        new("bce logits", x => F.binary_cross_entropy_with_logits(x[0], x[1].sigmoid()), "F.binary_cross_entropy_with_logits(x[0], x[1].sigmoid())", Feed.Of([3, 4], [3, 4]).Within(-40, 40)),
        new("bce logits weighted", x => F.binary_cross_entropy_with_logits(x[0], x[1].sigmoid(), pos_weights: tensor(new[] { 1.0, 2, 3, 4 }).to(x[0].dtype)), "F.binary_cross_entropy_with_logits(x[0], x[1].sigmoid(), pos_weight=torch.tensor([1.0, 2, 3, 4], dtype=x[0].dtype))", Feed.Of([3, 4], [3, 4])),
        new("kl_div", x => F.kl_div(x[0].log_softmax(1), x[1].softmax(1), log_target: false), "F.kl_div(x[0].log_softmax(1), x[1].softmax(1))", Feed.Of([3, 4], [3, 4])),
        new("kl_div log", x => F.kl_div(x[0].log_softmax(1), x[1].log_softmax(1), reduction: Reduction.Sum), "F.kl_div(x[0].log_softmax(1), x[1].log_softmax(1), log_target=True, reduction='sum')", Feed.Of([3, 4], [3, 4])),
        new("cosine_similarity", x => F.cosine_similarity(x[0], x[1]), "F.cosine_similarity(x[0], x[1])", Feed.Of([3, 4], [3, 4])),
        new("cosine_embedding_loss", x => F.cosine_embedding_loss(x[0], x[1], tensor(new[] { 1, -1, 1 })), "F.cosine_embedding_loss(x[0], x[1], torch.tensor([1, -1, 1]))", Feed.Of([3, 4], [3, 4])),
        new("triplet_margin_loss", x => F.triplet_margin_loss(x[0], x[1], x[2]), "F.triplet_margin_loss(x[0], x[1], x[2])", Feed.Of([3, 4], [3, 4], [3, 4])),
        new("normalize", x => F.normalize(x[0]), "F.normalize(x[0])", Feed.Of([3, 4])),
        new("attention", x => F.scaled_dot_product_attention(x[0], x[1], x[2]), "(x[0] @ x[1].mT / math.sqrt(4)).softmax(-1) @ x[2]", Feed.Of([2, 3, 4], [2, 5, 4], [2, 5, 3])),
        new("attention causal", x => F.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true), "((x[0] @ x[1].mT / math.sqrt(4)).masked_fill(torch.ones(3, 3).triu(1).bool(), -math.inf)).softmax(-1) @ x[2]", Feed.Of([2, 3, 4], [2, 3, 4], [2, 3, 4])),
        new("lstm", x => Seeded(() => nn.LSTM(3, 2, 2, bidirectional: true), x[0].dtype).call(x[0]).Item1, "(torch.manual_seed(4), torch.nn.LSTM(3, 2, 2, bidirectional=True).to(x[0].dtype)(x[0])[0])[1]", Feed.Of([4, 2, 3]).Growing(2)),
        new("lstm batch first", x => Seeded(() => nn.LSTM(3, 2, batchFirst: true), x[0].dtype).call(x[0]).Item1, "(torch.manual_seed(4), torch.nn.LSTM(3, 2, batch_first=True).to(x[0].dtype)(x[0])[0])[1]", Feed.Of([2, 4, 3])),
        new("gru", x => Seeded(() => nn.GRU(3, 2, 2), x[0].dtype).call(x[0]).Item1, "(torch.manual_seed(4), torch.nn.GRU(3, 2, 2).to(x[0].dtype)(x[0])[0])[1]", Feed.Of([4, 2, 3]).Growing(2)),
        new("rnn relu", x => Seeded(() => nn.RNN(3, 2, nonLinearity: nn.NonLinearities.ReLU), x[0].dtype).call(x[0]).Item1, "(torch.manual_seed(4), torch.nn.RNN(3, 2, nonlinearity='relu').to(x[0].dtype)(x[0])[0])[1]", Feed.Of([4, 2, 3]).Growing(2)),
        new("multihead", x => Seeded(() => nn.MultiheadAttention(4, 2), x[0].dtype).call(x[0], x[1], x[1]).Item1, "(torch.manual_seed(4), torch.nn.MultiheadAttention(4, 2).to(x[0].dtype)(x[0], x[1], x[1])[0])[1]", Feed.Of([3, 2, 4], [5, 2, 4])),
        new("multihead weights", x => Seeded(() => nn.MultiheadAttention(4, 2), x[0].dtype).call(x[0], x[0], x[0], attn_mask: ones(3, 3, torch.@bool).triu(1)).Item2!, "(torch.manual_seed(4), torch.nn.MultiheadAttention(4, 2).to(x[0].dtype)(x[0], x[0], x[0], attn_mask=torch.ones(3, 3).bool().triu(1))[1])[1]", Feed.Of([3, 2, 4]).Growing(2)),
        new("encoder layer", x => Seeded(() => nn.TransformerEncoderLayer(4, 2, 8, dropout: 0), x[0].dtype).call(x[0]), "(torch.manual_seed(4), torch.nn.TransformerEncoderLayer(4, 2, 8, dropout=0).to(x[0].dtype)(x[0]))[1]", Feed.Of([3, 2, 4]).Growing(2)),
        new("encoder", x => Seeded(() => nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8, dropout: 0, activation: nn.Activations.GELU), 2), x[0].dtype).call(x[0]), "(torch.manual_seed(4), torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(4, 2, 8, dropout=0, activation='gelu'), 2).to(x[0].dtype)(x[0]))[1]", Feed.Of([3, 2, 4]).Growing(2)),
        new("embedding", x => Seeded(() => nn.Embedding(5, 3, padding_idx: 1), x[0].dtype).call(Classes) * x[0], $"(torch.manual_seed(4), torch.nn.Embedding(5, 3, padding_idx=1).to(x[0].dtype)({PythonClasses}) * x[0])[1]", Feed.Of([3, 3]).Growing(0)),
        new("embedding bag", x => Seeded(() => nn.EmbeddingBag(5, 3), x[0].dtype).call(tensor(new long[] { 1, 2, 0, 4 }), tensor(new long[] { 0, 3 })) * x[0], "(torch.manual_seed(4), torch.nn.EmbeddingBag(5, 3).to(x[0].dtype)(torch.tensor([1, 2, 0, 4]), torch.tensor([0, 3])) * x[0])[1]", Feed.Of([2, 3]).Growing(0)),
        new("dropout drawn", x => Seeded(() => nn.Dropout(0.3), x[0].dtype).call(x[0]), "(torch.manual_seed(4), torch.nn.Dropout(0.3)(x[0]))[1]", Feed.Of([3, 4])),
        new("batch norm module", x => Seeded(() => nn.BatchNorm1d(3), x[0].dtype).call(x[0]), "(torch.manual_seed(4), torch.nn.BatchNorm1d(3).to(x[0].dtype)(x[0]))[1]", Feed.Of([4, 3]).Plus([4, 3, 2])),
    ];

    private static T Seeded<T>(Func<T> make, ScalarType type)
        where T : nn.Module
    {
        manual_seed(4);
        return make().to(type);
    }
}
