namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The order of the listed dimensions reversed. A copy.</summary>
        [StaticTwin]
        public Tensor flip(params long[] dims)
        {
            var mask = Layout.DimMask("flip", dims, Rank);
            var result = this;
            for (var d = 0; d < Rank && dims.Length > 0; d++)
            {
                if (mask[d])
                {
                    result = result.index_select(d, torch.arange(Shape[d] - 1, -1, -1));
                }
            }

            return ReferenceEquals(result, this) ? clone() : result;
        }

        [StaticTwin]
        public Tensor fliplr() => flip(1);

        [StaticTwin]
        public Tensor flipud() => flip(0);

        /// <summary>Moved along a dimension, what leaves one end entering at the other; over all elements without a dimension.</summary>
        [StaticTwin]
        public Tensor roll(long shifts, long? dims = null) => dims is { } d
            ? RollAlong(Layout.Dim("roll", d, Rank), shifts)
            : reshape(-1).RollAlong(0, shifts).reshape(Shape);

        [StaticTwin]
        public Tensor roll(long[] shifts, long[] dims) => roll(shifts.AsSpan(), dims.AsSpan());

        [StaticTwin]
        public Tensor roll(long[] shifts) => roll(shifts.AsSpan());

        [StaticTwin]
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        [StaticTwin]
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)
        {
            if (dims.IsEmpty && shifts.Length == 1)
            {
                return roll(shifts[0], (long?)null);
            }

            if (shifts.Length != dims.Length)
            {
                throw new TorchError($"roll: {shifts.Length} shifts for {dims.Length} dimensions; give one for each");
            }

            var result = this;
            for (var i = 0; i < dims.Length; i++)
            {
                result = result.roll(shifts[i], dims[i]);
            }

            return result;
        }

        /// <summary>Turned k times by 90° in the plane of two dimensions.</summary>
        [StaticTwin]
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (a, b) = dims ?? (0, 1);
            return (((k % 4) + 4) % 4) switch
            {
                1 => flip(b).transpose(a, b),
                2 => flip(a, b),
                3 => flip(a).transpose(a, b),
                _ => clone(),
            };
        }

        /// <summary>Copied side by side, that many times per dimension; leading dimensions are added as needed.</summary>
        public Tensor repeat(params long[] sizes)
        {
            if (sizes.Length < Rank || sizes.Any(size => size < 0))
            {
                throw new TorchError($"repeat: {Layout.Text(sizes)} for a {ShapeText} tensor; one number of at least 0 per dimension, at least {Rank}");
            }

            long[] own = [.. Enumerable.Repeat(1L, sizes.Length - Rank), .. Shape];
            var apart = own.SelectMany(size => new[] { 1, size }).ToArray();
            var repeated = own.Zip(sizes).SelectMany(pair => new[] { pair.Second, pair.First }).ToArray();
            return reshape(apart).expand(repeated).reshape(own.Zip(sizes, (size, times) => size * times).ToArray());
        }

        public Tensor tile(long[] reps) => repeat([.. Enumerable.Repeat(1L, Math.Max(0, Rank - reps.Length)), .. reps]);

        /// <summary>Each element that many times in a row; over all elements without a dimension.</summary>
        [StaticTwin]
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            repeat_interleave(tensor(new[] { repeats }), dim, output_size);

        [StaticTwin]
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            var source = dim is null ? reshape(-1) : this;
            var d = Layout.OwnDim("repeat_interleave", dim ?? 0, source.Rank);
            var times = repeats.expand(source.Shape[d]).to_type(ScalarType.Int64).data<long>().ToArray();
            var index = times.SelectMany((count, i) => Enumerable.Repeat((long)i, (int)count)).ToArray();
            return source.index_select(d, tensor(index));
        }

        /// <summary>The lower triangle of the last two dimensions, 0 above the given diagonal.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor tril(long diagonal = 0) => Triangle("tril", (row, column) => column - row <= diagonal);

        /// <summary>The upper triangle of the last two dimensions, 0 below the given diagonal.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor triu(long diagonal = 0) => Triangle("triu", (row, column) => column - row >= diagonal);

        /// <summary>A vector as the diagonal of a matrix, or a matrix's diagonal as a vector (a copy).</summary>
        [StaticTwin]
        public Tensor diag(long diagonal = 0) => Rank switch
        {
            1 => diag_embed(diagonal),
            2 => this.diagonal(diagonal).clone(),
            _ => throw new TorchError($"diag: a {ShapeText} tensor; needs 1 or 2 dimensions (diagonal and diag_embed take more)"),
        };

        /// <summary>The last dimension as the diagonal of two new ones, 0 elsewhere.</summary>
        [StaticTwin]
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1)
        {
            if (Rank == 0)
            {
                throw new TorchError("diag_embed: a 0-d tensor has no dimension to spread");
            }

            var size = Shape[^1] + Math.Abs(offset);
            var spread = torch.zeros([.. Shape[..^1], size, size], _dtype).WithDiagonal(this, offset);
            return spread.movedim([-2, -1], [dim1, dim2]);
        }

        [StaticTwin]
        public Tensor diagflat(long offset = 0) => reshape(-1).diag_embed(offset);

        /// <summary>Differences of neighbours along a dimension, n times over.</summary>
        [StaticTwin]
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            var result = prepend is null ? this : torch.cat([prepend, this], dim);
            result = append is null ? result : torch.cat([result, append], dim);
            for (var i = 0; i < n; i++)
            {
                var size = result.Shape[Layout.OwnDim("diff", dim, Rank)];
                result = result.narrow(dim, 1, size - 1) - result.narrow(dim, 0, size - 1);
            }

            return result;
        }

        /// <summary>Kept between two numbers; either may be left out. Gradient 0 outside.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => clamp(min is null ? null : FromNumber(min), max is null ? null : FromNumber(max));

        [StaticTwin]
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Kept between two tensors, with broadcasting.</summary>
        [InPlaceTwin, StaticTwin]
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
            {
                throw new TorchError("clamp: neither min nor max was given");
            }

            var result = min is null ? this : Binary<Kernels.MaximumKernel>(this, min, BinaryRules.ClampLow, op: "clamp");
            return max is null ? result : Binary<Kernels.MinimumKernel>(result, max, BinaryRules.ClampHigh, op: "clamp");
        }

        [StaticTwin]
        public Tensor clamp_min(Scalar min) => clamp(min, null);

        [StaticTwin]
        public Tensor clamp_min_(Scalar min) => clamp_(min, null);

        [StaticTwin]
        public Tensor clamp_max(Scalar max) => clamp(null, max);

        [StaticTwin]
        public Tensor clamp_max_(Scalar max) => clamp_(null, max);

        /// <summary>A number or a vector of powers: column j holds this to the power N − 1 − j, or j if increasing.</summary>
        public Tensor vander(long N = -1, bool increasing = false)
        {
            CheckRank("vander", this, 1);
            var n = N < 0 ? Shape[0] : N;
            var powers = torch.arange(n);
            return unsqueeze(-1).pow(increasing ? powers : powers.flip(0));
        }

        private Tensor RollAlong(int dim, long shift)
        {
            var size = Rank == 0 ? 0 : Shape[dim];
            if (size == 0)
            {
                return clone();
            }

            var cut = size - (((shift % size) + size) % size);
            return torch.cat([narrow(dim, cut % size, size - (cut % size)), narrow(dim, 0, cut % size)], dim);
        }

        private Tensor Triangle(string op, Func<int, int, bool> kept)
        {
            if (Rank < 2)
            {
                throw new TorchError($"{op}: a {ShapeText} tensor; needs at least 2 dimensions");
            }

            var (rows, columns) = ((int)Shape[^2], (int)Shape[^1]);
            var outside = Empty([rows, columns], ScalarType.Bool);
            var flags = outside.Dense<byte>();
            for (var i = 0; i < flags.Length; i++)
            {
                flags[i] = kept(i / columns, i % columns) ? (byte)0 : (byte)1;
            }

            return masked_fill(outside, _dtype == ScalarType.Bool ? false : 0);
        }

        private Tensor WithDiagonal(Tensor values, long offset)
        {
            diagonal(offset, -2, -1).copy_(values);
            return this;
        }
    }
}
