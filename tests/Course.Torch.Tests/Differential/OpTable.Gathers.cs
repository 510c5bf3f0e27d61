using TorchSharp;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static Tensor Rows3 => tensor(new long[] { 2, 0, 2, 1 });

    private static Tensor Corner => tensor(new long[] { 1, 0, 0, 1, 1, 1 }, [2, 3]);

    private static IEnumerable<OpRow> Gathers() =>
    [
        new("index_select", x => x[0].index_select(1, Rows3), "x[0].index_select(1, torch.tensor([2, 0, 2, 1]))", Cube.WithIntegers()),
        new("index_add", x => x[0].index_add(1, Rows3, x[1], 2), "x[0].index_add(1, torch.tensor([2, 0, 2, 1]), x[1], alpha=2)", Feed.Of([2, 3, 4], [2, 4, 4])),
        new("index_copy", x => x[0].index_copy(1, tensor(new long[] { 2, 0 }), x[1]), "x[0].index_copy(1, torch.tensor([2, 0]), x[1])", Feed.Of([2, 3, 4], [2, 2, 4])),
        new("index_fill", x => x[0].index_fill(1, tensor(new long[] { 2, 0 }), 3), "x[0].index_fill(1, torch.tensor([2, 0]), 3)", Cube),
        new("gather", x => x[0].gather(0, Corner), "x[0].gather(0, torch.tensor([[1, 0, 0], [1, 1, 1]]))", Feed.Of([3, 4])),
        new("gather 1", x => x[0].gather(1, Corner), "x[0].gather(1, torch.tensor([[1, 0, 0], [1, 1, 1]]))", Feed.Of([3, 4])),
        new("scatter", x => x[0].scatter(0, tensor(new long[] { 1, 0, 2, 0 }, [1, 4]), x[1]), "x[0].scatter(0, torch.tensor([[1, 0, 2, 0]]), x[1])", Feed.Of([3, 4], [1, 4])),
        new("scatter_add", x => x[0].scatter_add(1, Corner, x[1]), "x[0].scatter_add(1, torch.tensor([[1, 0, 0], [1, 1, 1]]), x[1])", Feed.Of([3, 4], [2, 3])),
        new("take", x => x[0].take(Corner), "x[0].take(torch.tensor([[1, 0, 0], [1, 1, 1]]))", Cube),
        new("take_along_dim", x => x[0].take_along_dim(x[0].argsort(1), 1), "x[0].take_along_dim(x[0].argsort(1), 1)", Cube),
        new("masked_select", x => x[0].masked_select(x[0] > 0), "x[0].masked_select(x[0] > 0)", Cube),
        new("masked_scatter", x => x[0].masked_scatter(x[0] > 0, x[1]), "x[0].masked_scatter(x[0] > 0, x[1])", Feed.Of([2, 3], [6])),
        new("nonzero", x => x[0].floor().nonzero(), "x[0].floor().nonzero()", Cube.NoGradient()),
        new("index row", x => x[0][1] * 2, "x[0][1] * 2", Cube),
        new("index element", x => x[0][1, 2, 3] * 2, "x[0][1, 2, 3] * 2", Cube),
        new("index range", x => x[0][.., 1..3] * 2, "x[0][:, 1:3] * 2", Cube),
        new("index from end", x => x[0][^1, ^2..] * 2, "x[0][-1, -2:] * 2", Cube),
        new("index step", x => x[0][TensorIndex.Ellipsis, TensorIndex.Slice(0, 4, 2)] * 2, "x[0][..., 0:4:2] * 2", Cube),
        new("index new axis", x => x[0][TensorIndex.None, TensorIndex.Colon, 1] * 2, "x[0][None, :, 1] * 2", Cube),
        new("index tuple slice", x => x[0][(0, 1), (1, null)] * 2, "x[0][0:1, 1:] * 2", Cube),
        new("index tensor", x => x[0][Corner] * 2, "x[0][torch.tensor([[1, 0, 0], [1, 1, 1]])] * 2", Cube),
        new("index pair", x => x[0][tensor(new long[] { 1, 0 }), tensor(new long[] { 2, -1 })] * 2, "x[0][torch.tensor([1, 0]), torch.tensor([2, -1])] * 2", Cube),
        new("index mixed", x => x[0][TensorIndex.Colon, TensorIndex.Tensor(Rows3), 1] * 2, "x[0][:, torch.tensor([2, 0, 2, 1]), 1] * 2", Cube),
        new("index apart", x => x[0][TensorIndex.Tensor(Corner), TensorIndex.Colon, TensorIndex.Tensor(Corner)] * 2, "x[0][torch.tensor([[1, 0, 0], [1, 1, 1]]), :, torch.tensor([[1, 0, 0], [1, 1, 1]])] * 2", Cube),
        new("index mask", x => x[0][x[0] > 0] * 2, "x[0][x[0] > 0] * 2", Cube),
        new("index mask rows", x => x[0][tensor(new[] { false, true })] * 2, "x[0][torch.tensor([False, True])] * 2", Cube),
        new("index_put", x => Set(x[0] * 1, t => t.index_put_(x[1], [tensor(new long[] { 1, 0 }), tensor(new long[] { 2, 1 })])), "(x[0] * 1).index_put((torch.tensor([1, 0]), torch.tensor([2, 1])), x[1])", Feed.Of([2, 3, 4], [4])),
        new("index_put accumulate", x => Set(x[0] * 1, t => t.index_put_(x[1], [tensor(new long[] { 1, 1 })], accumulate: true)), "(x[0] * 1).index_put((torch.tensor([1, 1]),), x[1], accumulate=True)", Feed.Of([2, 3], [2, 3])),
    ];
}
