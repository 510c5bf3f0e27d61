namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All dimensions reversed. A view.</summary>
        public Tensor T => permute(Enumerable.Range(0, Rank).Reverse().Select(d => (long)d).ToArray());

        /// <summary>The last two dimensions swapped. A view.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <inheritdoc cref="T"/>
        public Tensor H => T;

        /// <inheritdoc cref="mT"/>
        public Tensor mH => mT;

        /// <summary>Two dimensions swapped. A view.</summary>
        [StaticTwin]
        public Tensor transpose(long dim0, long dim1)
        {
            var (a, b) = (Layout.Dim("transpose", dim0, Rank), Layout.Dim("transpose", dim1, Rank));
            var order = Enumerable.Range(0, Rank).ToArray();
            if (Rank > 0)
            {
                (order[a], order[b]) = (order[b], order[a]);
            }

            return Permuted(order, "transpose");
        }

        [StaticTwin]
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Rows and columns swapped; at most 2-d.</summary>
        [StaticTwin]
        public Tensor t() => Rank switch
        {
            <= 1 => alias(),
            2 => transpose(0, 1),
            _ => throw new TorchError($"t: a {ShapeText} tensor has {Rank} dimensions; use mT for the last two or permute"),
        };

        [StaticTwin]
        public Tensor adjoint() => mT;

        /// <summary>Dimensions in the listed order. A view.</summary>
        [StaticTwin]
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != Rank)
            {
                throw new TorchError($"permute: {permutation.Length} dimensions listed for a {ShapeText} tensor; list each of its {Rank} once");
            }

            var order = Array.ConvertAll(permutation, dim => Layout.Dim("permute", dim, Rank));
            _ = Layout.DimMask("permute", permutation, Rank);
            return Permuted(order, "permute");
        }

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>Dimensions moved to new places, the others in their order. A view.</summary>
        [StaticTwin]
        public Tensor movedim(long[] source, long[] destination)
        {
            if (source.Length != destination.Length)
            {
                throw new TorchError($"movedim: {source.Length} sources and {destination.Length} destinations; give one for each");
            }

            var order = new int[Rank];
            Array.Fill(order, -1);
            var moved = new bool[Rank];
            for (var i = 0; i < source.Length; i++)
            {
                var from = Layout.OwnDim("movedim", source[i], Rank);
                order[Layout.OwnDim("movedim", destination[i], Rank)] = from;
                moved[from] = true;
            }

            var rest = Enumerable.Range(0, Rank).Where(d => !moved[d]).GetEnumerator();
            for (var d = 0; d < Rank; d++)
            {
                if (order[d] < 0)
                {
                    rest.MoveNext();
                    order[d] = rest.Current;
                }
            }

            return Permuted(order, "movedim");
        }

        [StaticTwin]
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor transpose_(long dim0, long dim1) => BecomeViewOf(transpose(dim0, dim1));

        private Tensor Permuted(int[] order, string op) => View(
            Array.ConvertAll(order, d => Shape[d]), Array.ConvertAll(order, d => _strides[d]), _offset, ViewRules.Permute(order), op);
    }
}
