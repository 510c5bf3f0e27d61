using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

public static partial class OpTable
{
    private static IEnumerable<OpRow> Matrices() =>
    [
        new("matmul", x => x[0].matmul(x[1]), "x[0].matmul(x[1])", Feed.Of([3, 4], [4, 5]).Plus([13, 17], [17, 33]).Plus([2, 3, 4], [4, 5]).Plus([2, 1, 3, 4], [3, 4, 5]).Plus([4], [4]).Plus([4], [4, 3]).Plus([2, 3, 4], [4]).Plus([4], [2, 4, 3]).Plus([0, 4], [4, 3]).Plus([3, 0], [0, 2])),
        new("mm transposed", x => x[0].t().mm(x[1].t()), "x[0].t().mm(x[1].t())", Feed.Of([17, 13], [33, 17])),
        new("bmm", x => x[0].bmm(x[1]), "x[0].bmm(x[1])", Feed.Of([2, 3, 4], [2, 4, 5])),
        new("mv", x => x[0].mv(x[1]), "x[0].mv(x[1])", Feed.Of([3, 4], [4])),
        new("dot", x => x[0].dot(x[1]), "x[0].dot(x[1])", Feed.Of([4], [4])),
        new("inner", x => x[0].inner(x[1]), "x[0].inner(x[1])", Feed.Of([2, 4], [3, 4])),
        new("outer", x => x[0].outer(x[1]), "x[0].outer(x[1])", Feed.Of([2], [3])),
        new("addmm", x => x[0].addmm(x[1], x[2], 0.5f, 2), "torch.addmm(x[0], x[1], x[2], beta=0.5, alpha=2)", Feed.Of([5], [3, 4], [4, 5])),
        new("addr", x => x[0].addr(x[1], x[2]), "x[0].addr(x[1], x[2])", Feed.Of([2, 3], [2], [3])),
        new("baddbmm", x => x[0].baddbmm(x[1], x[2]), "x[0].baddbmm(x[1], x[2])", Feed.Of([2, 3, 5], [2, 3, 4], [2, 4, 5])),
        new("matrix_power", x => x[0].matrix_power(3), "x[0].matrix_power(3)", Feed.Of([3, 3])),
        new("trace", x => x[0].trace(), "x[0].trace()", Feed.Of([3, 3])),
        new("kron", x => x[0].kron(x[1]), "x[0].kron(x[1])", Feed.Of([2, 3], [3, 2]).Growing(0)),
        new("tensordot", x => x[0].tensordot(x[1], [2, 0], [0, 1]), "torch.tensordot(x[0], x[1], ([2, 0], [0, 1]))", Feed.Of([2, 3, 4], [4, 2, 5])),
        new("det", x => x[0].det(), "torch.linalg.det(x[0])", Feed.Of([2, 3, 3]).Growing(2)),
        new("slogdet", x => linalg.slogdet(x[0]).Item2, "torch.linalg.slogdet(x[0])[1]", Feed.Of([2, 3, 3]).Growing(2)),
        new("slogdet sign", x => x[0].slogdet().sign, "torch.linalg.slogdet(x[0])[0]", Feed.Of([2, 3, 3]).Growing(2).NoGradient()),
        new("logdet", x => x[0].matmul(x[0].mT).add(eye(3, dtype: x[0].dtype)).logdet(), "(x[0].matmul(x[0].mT) + torch.eye(3, dtype=x[0].dtype)).logdet()", Feed.Of([2, 3, 3]).Growing(2)),
        new("inverse", x => x[0].inverse(), "x[0].inverse()", Feed.Of([2, 3, 3]).Growing(2)),
        new("cholesky", x => x[0].matmul(x[0].mT).add(eye(3, dtype: x[0].dtype)).cholesky(), "torch.linalg.cholesky(x[0].matmul(x[0].mT) + torch.eye(3, dtype=x[0].dtype))", Feed.Of([2, 3, 3]).Growing(2)),
        new("solve", x => linalg.solve(x[0], x[1]), "torch.linalg.solve(x[0], x[1])", Feed.Of([2, 3, 3], [2, 3, 4]).Growing(2)),
        new("solve vector", x => linalg.solve(x[0], x[1]), "torch.linalg.solve(x[0], x[1])", Feed.Of([3, 3], [3]).Growing(0)),
        new("solve right", x => linalg.solve(x[0], x[1], left: false), "torch.linalg.solve(x[0], x[1], left=False)", Feed.Of([2, 3, 3], [2, 4, 3]).Growing(2)),
        new("vector_norm", x => linalg.vector_norm(x[0], 3, [1], true), "torch.linalg.vector_norm(x[0], 3, dim=1, keepdim=True)", Feed.Of([2, 3, 4])),
        new("linalg.norm", x => linalg.norm(x[0]), "torch.linalg.norm(x[0])", Feed.Of([3, 4])),
        new("matrix_norm", x => linalg.matrix_norm(x[0]), "torch.linalg.matrix_norm(x[0])", Feed.Of([2, 3, 4])),
        new("matrix_norm 1", x => linalg.matrix_norm(x[0], 1.0), "torch.linalg.matrix_norm(x[0], 1)", Feed.Of([2, 3, 4])),
        new("matrix_norm rows", x => linalg.matrix_norm(x[0], double.NegativeInfinity, [0, 1], true), "torch.linalg.matrix_norm(x[0], -float('inf'), (0, 1), True)", Feed.Of([2, 3, 4])),
        new("multi_dot", x => linalg.multi_dot(x), "torch.linalg.multi_dot(x)", Feed.Of([2, 3], [3, 4], [4, 5])),
        new("cross", x => linalg.cross(x[0], x[1]), "torch.linalg.cross(x[0], x[1])", Feed.Of([2, 3], [2, 3])),
        new("linalg.diagonal", x => linalg.diagonal(x[0], 1) * 2, "torch.linalg.diagonal(x[0], offset=1) * 2", Feed.Of([2, 3, 4])),
        new("einsum mm", x => einsum("ij,jk->ik", x), "torch.einsum('ij,jk->ik', x)", Feed.Of([3, 4], [4, 5])),
        new("einsum attention", x => einsum("bhqd,bhkd->bhqk", x), "torch.einsum('bhqd,bhkd->bhqk', x)", Feed.Of([2, 2, 3, 4], [2, 2, 5, 4])),
        new("einsum implicit", x => einsum("ij,kj", x), "torch.einsum('ij,kj', x)", Feed.Of([3, 4], [5, 4])),
        new("einsum three", x => einsum("bn,anm,bm->ba", x), "torch.einsum('bn,anm,bm->ba', x)", Feed.Of([2, 3], [4, 3, 5], [2, 5])),
        new("einsum trace", x => einsum("ii->", x), "torch.einsum('ii->', x)", Feed.Of([3, 3])),
        new("einsum diagonal", x => einsum("ii->i", x), "torch.einsum('ii->i', x)", Feed.Of([3, 3])),
        new("einsum ellipsis", x => einsum("...ij,jk->...ik", x), "torch.einsum('...ij,jk->...ik', x)", Feed.Of([2, 3, 4], [4, 2]).Growing(3)),
        new("einsum sum", x => einsum("ij->j", x), "torch.einsum('ij->j', x)", Feed.Of([3, 4])),
    ];
}
