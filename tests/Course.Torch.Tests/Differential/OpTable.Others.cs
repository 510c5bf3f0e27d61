using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Torch.Tests.Differential;

/// <summary>Rows of what the other parts use only in passing.</summary>
public static partial class OpTable
{
    private static IEnumerable<OpRow> Others() =>
    [
        new("deg2rad", x => x[0].deg2rad(), "x[0].deg2rad()", Feed.Unary(-180, 180)),
        new("rad2deg", x => x[0].rad2deg(), "x[0].rad2deg()", Feed.Unary()),
        new("clamp_max", x => x[0].clamp_max(0.2), "x[0].clamp_max(0.2)", Feed.Unary()),
        new("clamp by tensors", x => x[0].clamp(x[1], x[1] + 1), "x[0].clamp(x[1].detach(), x[1].detach() + 1)", Feed.Of([3, 4], [4]).NoGradient()),
        new("clip", x => x[0].clip(-1, 1), "x[0].clip(-1, 1)", Feed.Unary()),
        new("sgn", x => x[0].sgn(), "x[0].sgn()", Feed.Unary(gradient: false).WithIntegers()),
        new("signbit", x => x[0].signbit(), "x[0].signbit()", Feed.Unary(gradient: false)),
        new("positive", x => x[0].positive() * 2, "x[0].positive() * 2", Feed.Unary()),
        new("isinf", x => (x[0] / 0).isinf(), "(x[0] / 0).isinf()", Feed.Unary(gradient: false)),
        new("isposinf", x => (x[0] / 0).isposinf(), "(x[0] / 0).isposinf()", Feed.Unary(gradient: false)),
        new("isneginf", x => (x[0] / 0).isneginf(), "(x[0] / 0).isneginf()", Feed.Unary(gradient: false)),
        new("isreal", x => x[0].isreal(), "x[0].isreal()", Feed.Unary(gradient: false)),
        new("nan_to_num", x => x[0].log().nan_to_num(3), "x[0].log().nan_to_num(3)", Feed.Unary(gradient: false)),
        new("float_power", x => x[0].float_power(x[1]), "x[0].float_power(x[1])", Feed.Binary(0.3, 3)),
        new("isin", x => x[0].floor().isin(tensor(new[] { -1.0, 1 }).to(x[0].dtype)), "torch.isin(x[0].floor(), torch.tensor([-1.0, 1], dtype=x[0].dtype))", Feed.Of([3, 4]).NoGradient()),
        new("nansum", x => x[0].log().nansum(), "x[0].log().nansum()", Feed.Of([3, 4]).NoGradient()),
        new("nanmean", x => x[0].log().nanmean(), "x[0].log().nanmean()", Feed.Of([3, 4]).NoGradient()),
        new("nanmedian", x => x[0].log().nanmedian(), "x[0].log().nanmedian()", Feed.Of([3, 4]).NoGradient()),
        new("aminmax", x => x[0].aminmax(1).min - x[0].aminmax(1).max, "x[0].aminmax(dim=1)[0] - x[0].aminmax(dim=1)[1]", Cube.NoGradient()),
        new("msort", x => x[0].msort(), "x[0].msort()", Cube),
        new("unique_consecutive", x => x[0].floor().unique_consecutive().output, "x[0].floor().unique_consecutive()", Cube.NoGradient()),
        new("argwhere", x => x[0].floor().argwhere(), "x[0].floor().argwhere()", Cube.NoGradient()),
        new("cov weighted", x => x[0].cov(1, tensor(new long[] { 1, 2, 1, 3, 1 }), x[1].abs()), "x[0].cov(correction=1, fweights=torch.tensor([1, 2, 1, 3, 1]), aweights=x[1].abs())", Feed.Of([3, 5], [5]).NoGradient().Growing(0)),
        new("addbmm", x => x[0].addbmm(x[1], x[2], 0.5f, 2), "torch.addbmm(x[0], x[1], x[2], beta=0.5, alpha=2)", Feed.Of([3, 5], [2, 3, 4], [2, 4, 5])),
        new("addmv", x => x[0].addmv(x[1], x[2], 0.5f, 2), "torch.addmv(x[0], x[1], x[2], beta=0.5, alpha=2)", Feed.Of([3], [3, 4], [4])),
        new("vdot", x => x[0].vdot(x[1]), "torch.vdot(x[0], x[1])", Feed.Of([4], [4])),
        new("diagflat", x => x[0].diagflat(1), "torch.diagflat(x[0], 1)", Feed.Of([2, 3]).Growing(0)),
        new("fliplr", x => x[0].fliplr(), "x[0].fliplr()", Cube),
        new("flipud", x => x[0].flipud(), "x[0].flipud()", Cube),
        new("tile", x => x[0].tile([2, 3]), "x[0].tile((2, 3))", Feed.Of([2, 3])),
        new("vander", x => x[0].vander(3), "torch.vander(x[0], 3)", Feed.Of([4]).NoGradient()),
        new("view", x => x[0].contiguous().view(4, -1) * 2, "x[0].contiguous().view(4, -1) * 2", Cube),
        new("view_as", x => x[0].contiguous().view_as(x[1]) * x[1], "x[0].contiguous().view_as(x[1]) * x[1]", Feed.Of([2, 6], [3, 4]).Growing(0)),
        new("expand_as", x => x[0].expand_as(x[1]) * x[1], "x[0].expand_as(x[1]) * x[1]", Feed.Of([3, 1], [3, 4])),
        new("broadcast_to", x => x[0].broadcast_to(2, 3, 4) * 2, "x[0].broadcast_to((2, 3, 4)) * 2", Feed.Of([3, 1]).Growing(0)),
        new("ravel", x => x[0].ravel() * 2, "x[0].ravel() * 2", Cube),
        new("slice", x => x[0].slice(2, 1, 4, 2) * 2, "x[0][:, :, 1:4:2] * 2", Cube),
        new("adjoint", x => x[0].adjoint().exp(), "x[0].adjoint().exp()", Cube),
        new("clone", x => x[0].clone() * x[0].contiguous(), "x[0].clone() * x[0].contiguous()", Cube),
        new("where method", x => x[0].where(x[1] > 0, x[1]), "x[0].where(x[1] > 0, x[1])", Feed.Of([3, 4], [3, 4])),
        new("dstack", x => dstack(x[0], x[1]), "torch.dstack((x[0], x[1]))", Feed.Of([2, 3], [2, 3, 2]).Plus([3], [3])),
        new("pairwise_distance", x => F.pairwise_distance(x[0], x[1]), "F.pairwise_distance(x[0], x[1])", Feed.Of([3, 4], [3, 4])),
        new("cosine module", x => nn.CosineSimilarity(0).call(x[0], x[1]), "torch.nn.CosineSimilarity(0)(x[0], x[1])", Feed.Of([3, 4], [3, 4])),
        new("cosine loss module", x => nn.CosineEmbeddingLoss(0.2).call(x[0], x[1], tensor(new[] { 1, -1, 1 })), "torch.nn.CosineEmbeddingLoss(0.2)(x[0], x[1], torch.tensor([1, -1, 1]))", Feed.Of([3, 4], [3, 4])),
        new("triplet module", x => nn.TripletMarginLoss(0.5, swap: true).call(x[0], x[1], x[2]), "torch.nn.TripletMarginLoss(0.5, swap=True)(x[0], x[1], x[2])", Feed.Of([3, 4], [3, 4], [3, 4])),
    ];
}
