namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sub-tensors along a dimension. Views.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var d = Layout.OwnDim("unbind", dimension, Rank);
            return Enumerable.Range(0, (int)Shape[d]).Select(i => select(d, i)).ToArray();
        }

        /// <summary>Pieces of the given size, the last maybe smaller. Views.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var d = Layout.OwnDim("split", dim, Rank);
            if (size <= 0)
            {
                throw new TorchError($"split: pieces of {size}; the size must be positive");
            }

            return Enumerable.Range(0, (int)Math.Max(1, (Shape[d] + size - 1) / size))
                .Select(i => narrow(d, i * size, Math.Min(size, Shape[d] - (i * size)))).ToArray();
        }

        public Tensor[] split(long[] sizes, long dim = 0) => split(sizes.AsSpan(), dim);

        public Tensor[] split(params long[] sizes) => split(sizes.AsSpan());

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            var d = Layout.OwnDim("split", dim, Rank);
            var pieces = new Tensor[sizes.Length];
            var start = 0L;
            for (var i = 0; i < sizes.Length; i++)
            {
                pieces[i] = narrow(d, start, sizes[i]);
                start += sizes[i];
            }

            return start == Shape[d]
                ? pieces
                : throw new TorchError($"split: sizes {Layout.Text(sizes)} add up to {start}, dimension {d} has {Shape[d]}");
        }

        /// <summary>At most that many pieces of equal size, the last maybe smaller. Views.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            var d = Layout.OwnDim("chunk", dim, Rank);
            return chunks > 0
                ? split(Math.Max(1, (Shape[d] + chunks - 1) / chunks), d)
                : throw new TorchError($"chunk: {chunks} pieces; ask for at least one");
        }

        /// <summary>Exactly that many pieces, the first ones larger by one where it does not divide. Views.</summary>
        public Tensor[] tensor_split(long size, long dim = 0)
        {
            var d = Layout.OwnDim("tensor_split", dim, Rank);
            return split(Enumerable.Range(0, (int)size).Select(i => (Shape[d] / size) + (i < Shape[d] % size ? 1 : 0)).ToArray(), d);
        }

        /// <summary>Cut before each of the given indices. Views.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0)
        {
            long[] cuts = [0, .. sizes, Shape[Layout.OwnDim("tensor_split", dim, Rank)]];
            return Enumerable.Range(0, cuts.Length - 1).Select(i => slice(dim, cuts[i], cuts[i + 1], 1)).ToArray();
        }

        public Tensor[] tensor_split(Tensor indices, long dim = 0) => indices.Rank == 0
            ? tensor_split(indices.ToInt64(), dim)
            : tensor_split(indices.to_type(ScalarType.Int64).data<long>().ToArray(), dim);
    }
}
