namespace TorchSharp;

// Methods of Tensor as static calls; each is documented at the method of the same name in Tensor.LinearAlgebra.cs.
public static partial class torch
{
    /// <summary>Sums of products in index notation: <c>einsum("bik,bkj->bij", a, b)</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Einsum.Run(equation, tensors);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv(mat1, mat2, beta, alpha);

    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);
}
