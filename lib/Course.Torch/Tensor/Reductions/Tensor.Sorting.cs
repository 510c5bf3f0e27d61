namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sorted along a dimension, and where each came from. Equal values keep their order; NaN counts as largest.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var order = argsort(dim, descending);
            return (Rank == 0 ? clone() : gather(dim, order), order);
        }

        /// <summary>The indices that would sort a dimension.</summary>
        [StaticTwin]
        public Tensor argsort(long dim = -1, bool descending = false)
        {
            var d = Layout.Dim("sort", dim, Rank);
            if (Rank == 0)
            {
                return torch.zeros([], ScalarType.Int64);
            }

            var rows = detach().movedim([d], [-1]).Packed();
            var order = Empty(rows.Shape, ScalarType.Int64);
            if (order.Count > 0)
            {
                Dispatch.Number(_dtype, new SortWork(rows, order, (int)Shape[d], descending));
            }

            GC.KeepAlive(rows);
            return order.movedim([-1], [d]).Packed();
        }

        public Tensor msort() => sort(0).Values;

        /// <summary>The k largest (or smallest) along a dimension, in order, and where.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Layout.Dim("topk", dim, Rank);
            if (k < 0 || k > (Rank == 0 ? 1 : Shape[d]))
            {
                throw new TorchError($"topk: k = {k} of dimension {d} of a {ShapeText} tensor; at most {(Rank == 0 ? 1 : Shape[d])}");
            }

            var order = argsort(d, largest);
            order = Rank == 0 ? order : order.narrow(d, 0, k).Packed();
            return (Rank == 0 ? clone() : gather(d, order), order);
        }

        /// <summary>The k-th smallest, counted from 1, along a dimension (the last unless given), and where.</summary>
        [StaticTwin]
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            var d = Layout.OwnDim("kthvalue", dim ?? -1, Rank);
            if (k < 1 || k > Shape[d])
            {
                throw new TorchError($"kthvalue: k = {k} of dimension {d} of a {ShapeText} tensor; 1 to {Shape[d]}");
            }

            var index = argsort(d).narrow(d, k - 1, 1).Packed();
            var values = gather(d, index);
            return keepdim ? (values, index) : (values.squeeze(d), index.squeeze(d));
        }

        /// <summary>The middle value; of an even number, the lower of the two.</summary>
        [StaticTwin]
        public Tensor median()
        {
            var flat = reshape(-1);
            return flat.kthvalue((flat.Count + 1) / 2, 0).values;
        }

        [StaticTwin]
        public Tensor nanmedian() => masked_select(isnan().logical_not()).median();

        /// <summary>Values below which the given fractions of a dimension lie, between neighbours by linear interpolation.</summary>
        [StaticTwin]
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            var d = Layout.OwnDim("quantile", dim, Rank);
            if (q.dtype != _dtype || q.Rank > 1 || !(q.detach().ge(0) & q.detach().le(1)).all().ToBoolean())
            {
                throw new TorchError($"quantile: {q.dtype} shares {q.ShapeText} of a {_dtype} tensor; give a number or a vector of its type, each in [0, 1]");
            }

            var sorted = sort(d).Values.movedim([d], [-1]);
            var ranks = q.to_type(_dtype).reshape(-1) * (Shape[d] - 1);
            var (below, above) = (ranks.floor().to_type(ScalarType.Int64), ranks.ceil().to_type(ScalarType.Int64));
            var low = sorted.index_select(-1, below);
            var result = low + ((sorted.index_select(-1, above) - low) * (ranks - below));
            result = result.movedim([-1], [0]);
            result = keepdim ? result.unsqueeze(d + 1) : result;
            return q.Rank == 0 ? result.squeeze(0) : result;
        }

        /// <summary>The different values, sorted; where each element's value stands; how often each occurs.</summary>
        [StaticTwin]
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            if (dim is not null)
            {
                throw new TorchError("unique: only over all elements (dim: null)");
            }

            var (values, order) = reshape(-1).sort();
            var (output, runs, counts) = values.unique_consecutive(true, return_counts);
            var inverse = return_inverse ? torch.zeros_like(runs!).scatter(0, order, runs!).reshape(Shape) : null;
            return (output, inverse, counts);
        }

        /// <summary>One value per run of equal neighbours; the run of each element; the run lengths.</summary>
        [StaticTwin]
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            if (dim is not null)
            {
                throw new TorchError("unique_consecutive: only over all elements (dim: null)");
            }

            var flat = reshape(-1);
            if (flat.Count == 0)
            {
                var none = torch.zeros(0, ScalarType.Int64);
                return (flat.clone(), return_inverse ? none : null, return_counts ? none.clone() : null);
            }

            var starts = torch.cat([torch.ones(1, ScalarType.Bool), flat.narrow(0, 1, flat.Count - 1).ne(flat.narrow(0, 0, flat.Count - 1))]);
            var runs = starts.cumsum(0) - 1;
            return (flat.masked_select(starts), return_inverse ? runs.reshape(Shape) : null, return_counts ? runs.bincount(null) : null);
        }

        /// <summary>How often each of 0, 1, 2, … occurs, or the sum of its weights.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            CheckRank("bincount", this, 1);
            if (!is_integral() || (Count > 0 && min().ToInt64() < 0))
            {
                throw new TorchError($"bincount: a {_dtype} tensor; counts whole numbers of at least 0");
            }

            var size = Math.Max(minlength, Count == 0 ? 0 : max().ToInt64() + 1);
            var added = weights ?? torch.ones(Shape, ScalarType.Int64);
            return torch.zeros(size, added.dtype).index_add(0, this, added, 1);
        }

        /// <summary>Counts of equally wide bins from min to max; from the data's range if both are 0.</summary>
        [StaticTwin]
        public Tensor histc(long bins = 100, long min = 0, long max = 0)
        {
            var flat = detach().reshape(-1);
            var (low, high) = min == 0 && max == 0 && Count > 0 ? (flat.min().ToDouble(), flat.max().ToDouble()) : (min, max);
            (low, high) = low == high ? (low - 1, high + 1) : (low, high);
            var inside = flat.masked_select(flat.ge(low).logical_and(flat.le(high)));
            var bin = ((inside - low) * (bins / (high - low))).to_type(ScalarType.Int64).clamp(0, bins - 1);
            return bin.bincount(null, bins).to_type(_dtype);
        }

        /// <summary>For each value, the number of boundaries below it (with right: at or below). Boundaries ascend.</summary>
        [StaticTwin]
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false)
        {
            CheckRank("bucketize", boundaries, 1);
            var beyond = right ? unsqueeze(-1).ge(boundaries) : unsqueeze(-1).gt(boundaries);
            return beyond.sum(-1).to_type(outInt32 ? ScalarType.Int32 : ScalarType.Int64);
        }
    }
}
