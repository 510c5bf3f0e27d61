using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static IEnumerable<OpRow> Shapes() =>
    [
        new("reshape", x => x[0].reshape(4, -1) * 2, "x[0].reshape(4, -1) * 2", Cube),
        new("permute", x => x[0].permute(2, 0, 1) * 2, "x[0].permute(2, 0, 1) * 2", Cube),
        new("transpose reshape", x => x[0].transpose(0, 2).reshape(-1) * 2, "x[0].transpose(0, 2).reshape(-1) * 2", Cube),
        new("T", x => x[0].T.exp(), "x[0].T.exp()", Feed.Of([3, 4])),
        new("movedim", x => x[0].movedim([0, 1], [2, 0]) * 2, "x[0].movedim((0, 1), (2, 0)) * 2", Cube),
        new("squeeze", x => x[0].squeeze() * 2, "x[0].squeeze() * 2", Feed.Of([1, 3, 1, 2])),
        new("unsqueeze", x => x[0].unsqueeze(1) * 2, "x[0].unsqueeze(1) * 2", Cube),
        new("flatten", x => x[0].flatten(1) * 2, "x[0].flatten(1) * 2", Cube),
        new("unflatten", x => x[0].unflatten(2, 2, -1) * 2, "x[0].unflatten(2, (2, -1)) * 2", Cube),
        new("expand", x => x[0].expand(2, 3, 4) * 2, "x[0].expand(2, 3, 4) * 2", Feed.Of([3, 1]).Growing(0)),
        new("repeat", x => x[0].repeat(2, 1, 3), "x[0].repeat(2, 1, 3)", Feed.Of([3, 2])),
        new("repeat_interleave", x => x[0].repeat_interleave(2, 1), "x[0].repeat_interleave(2, 1)", Cube),
        new("narrow", x => x[0].narrow(1, 1, 2) * 2, "x[0].narrow(1, 1, 2) * 2", Cube),
        new("select", x => x[0].select(1, -1) * 2, "x[0].select(1, -1) * 2", Cube),
        new("diagonal", x => x[0].diagonal(1, 1, 2) * 2, "x[0].diagonal(1, 1, 2) * 2", Cube),
        new("diag", x => x[0].diag(-1), "x[0].diag(-1)", Feed.Of([3]).Growing(0)),
        new("diag_embed", x => x[0].diag_embed(1, 0, 2), "x[0].diag_embed(1, 0, 2)", Feed.Of([2, 3])),
        new("unfold", x => x[0].unfold(1, 2, 1) * 2, "x[0].unfold(1, 2, 1) * 2", Cube),
        new("as_strided", x => x[0].as_strided([2, 3], [1, 2], 1) * 2, "x[0].as_strided((2, 3), (1, 2), 1) * 2", Cube.ReadsMemory()),
        new("flip", x => x[0].flip(0, 2), "x[0].flip(0, 2)", Cube),
        new("roll", x => x[0].roll(-1, 1), "x[0].roll(-1, 1)", Cube),
        new("roll flat", x => x[0].roll(5), "x[0].roll(5)", Cube),
        new("rot90", x => x[0].rot90(), "x[0].rot90()", Cube),
        new("rot90 3", x => x[0].rot90(3, (1, 2)), "x[0].rot90(3, (1, 2))", Cube),
        new("tril", x => x[0].tril(), "x[0].tril()", Cube.WithIntegers()),
        new("triu", x => x[0].triu(1), "x[0].triu(1)", Cube),
        new("cat", x => cat([x[0], x[1], x[0]], 1), "torch.cat([x[0], x[1], x[0]], 1)", Feed.Of([2, 3], [2, 1])),
        new("stack", x => stack([x[0], x[1]], 1), "torch.stack([x[0], x[1]], 1)", Feed.Of([2, 3], [2, 3])),
        new("hstack", x => hstack(x), "torch.hstack(x)", Feed.Of([2, 3], [2, 1])),
        new("vstack", x => vstack(x), "torch.vstack(x)", Feed.Of([3], [3])),
        new("column_stack", x => column_stack(x), "torch.column_stack(x)", Feed.Of([3], [3, 2])),
        new("block_diag", x => block_diag(x), "torch.block_diag(*x)", Feed.Of([2, 3], [1, 2]).Growing(3)),
        new("split", x => x[0].split(2, 2)[1] * 2, "x[0].split(2, 2)[1] * 2", Cube),
        new("split uneven", x => x[0].split([1L, 3], 2)[1] * 2, "x[0].split([1, 3], 2)[1] * 2", Cube),
        new("chunk", x => x[0].chunk(3, 2)[1] * 2, "x[0].chunk(3, 2)[1] * 2", Cube),
        new("tensor_split", x => x[0].tensor_split(3, 2)[0] * 2, "x[0].tensor_split(3, 2)[0] * 2", Cube),
        new("unbind", x => x[0].unbind(1)[2] * 2, "x[0].unbind(1)[2] * 2", Cube),
        new("meshgrid", x => meshgrid(x, "xy")[0] * meshgrid(x, "xy")[1], "torch.meshgrid(*x, indexing='xy')[0] * torch.meshgrid(*x, indexing='xy')[1]", Feed.Of([3], [2])),
        new("cartesian_prod", x => cartesian_prod(x), "torch.cartesian_prod(*x)", Feed.Of([3], [2])),
        new("diff", x => x[0].diff(), "x[0].diff()", Cube),
        new("pad", x => nn.functional.pad(x[0], [1, 2, 0, 1], value: 3), "F.pad(x[0], (1, 2, 0, 1), value=3)", Cube),
        new("pad reflect", x => nn.functional.pad(x[0], [2, 1], PaddingModes.Reflect), "F.pad(x[0], (2, 1), mode='reflect')", Cube),
        new("pad replicate", x => nn.functional.pad(x[0], [2, 1], PaddingModes.Replicate), "F.pad(x[0], (2, 1), mode='replicate')", Cube),
        new("pad circular", x => nn.functional.pad(x[0], [2, 1], PaddingModes.Circular), "F.pad(x[0], (2, 1), mode='circular')", Cube),
        new("slice set", x => Set(x[0] * 1, t => t[.., 1..3] = x[1]), "(lambda t: (t.__setitem__((slice(None), slice(1, 3)), x[1]), t)[1])(x[0] * 1)", Feed.Of([3, 4], [2])),
        new("row set", x => Set(x[0] * 1, t => t[1] = x[1] * x[1]), "(lambda t: (t.__setitem__(1, x[1] * x[1]), t)[1])(x[0] * 1)", Feed.Of([3, 4], [4])),
        new("view write", x => Set(x[0] * 1, t => t.transpose(0, 1)[1].mul_(x[1])) * 2, "(lambda t: (t.transpose(0, 1)[1].mul_(x[1]), t)[1])(x[0] * 1) * 2", Feed.Of([3, 4], [3])),
        new("in-place chain", x => (x[0] * 1).add_(x[1]).mul_(x[1]).sin_().sub_(1).div_(x[1]), "(x[0] * 1).add_(x[1]).mul_(x[1]).sin_().sub_(1).div_(x[1])", Feed.Of([3, 4], [4]).Within(0.5, 1)),
        new("mask set", x => Set(x[0] * 1, t => t[x[1] > 0] = 7), "(lambda t: (t.__setitem__(x[1] > 0, 7), t)[1])(x[0] * 1)", Feed.Of([3, 4], [3, 4])),
    ];

    private static Tensor Set(Tensor target, Action<Tensor> write)
    {
        write(target);
        return target;
    }
}
