using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum of all elements; integers and truth values add up as int64.</summary>
        [StaticTwin]
        public Tensor sum(ScalarType? type = null) => SumOver([], false, NotZeroLiteral("sum", type));

        [StaticTwin]
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => SumOver([dim], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => SumOver(dim, keepdim, type);

        [StaticTwin]
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => SumOver(dim, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => SumOver([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => SumOver([dim0, dim1, dim2], keepdim, type);

        /// <summary>Mean of all elements; NaN of none.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">An integer tensor: convert it, or give a type.</exception>
        [StaticTwin]
        public Tensor mean() => MeanOver([], false, null);

        [StaticTwin]
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => MeanOver(dimensions, keepdim, type);

        /// <summary>Product of all elements.</summary>
        [StaticTwin]
        public Tensor prod(ScalarType? type = null) => ProductOver(reshape(-1), 0, false, NotZeroLiteral("prod", type));

        [StaticTwin]
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => ProductOver(this, dim, keepdim, type);

        /// <summary>Variance; divided by n − 1 if unbiased, else by n.</summary>
        [StaticTwin]
        public Tensor var(bool unbiased = true) => VarianceOver([], unbiased, false, null);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarianceOver(dimensions, unbiased, keepdim, type);

        [StaticTwin]
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarianceOver(dimensions, unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarianceOver([dim], unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarianceOver([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarianceOver([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>Standard deviation: the root of <see cref="var(bool)"/>.</summary>
        [StaticTwin]
        public Tensor std(bool unbiased = true) => Deviation(VarianceOver([], unbiased, false, null));

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(VarianceOver(dimensions, unbiased, keepdim, type));

        [StaticTwin]
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(VarianceOver(dimensions, unbiased, keepdim, type));

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(VarianceOver([dim], unbiased, keepdim, type));

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(VarianceOver([dim.Item1, dim.Item2], unbiased, keepdim, type));

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Deviation(VarianceOver([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type));

        /// <summary>Largest element; equal largest share its gradient.</summary>
        [StaticTwin]
        public Tensor max() => ExtremeOver<MaxReducer>([], false);

        [StaticTwin]
        public Tensor min() => ExtremeOver<MinReducer>([], false);

        /// <summary>Largest along a dimension and where; of several, the first.</summary>
        [StaticTwin]
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => BestAlong(dim, keepdim, largest: true);

        [StaticTwin]
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => BestAlong(dim, keepdim, largest: false);

        /// <summary>Largest over the listed dimensions, all if none is listed.</summary>
        public Tensor amax(params long[] dims) => ExtremeOver<MaxReducer>(dims, false);

        [StaticTwin]
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, ExtremeOver<MaxReducer>(dims, keepdim));

        [StaticTwin]
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Into(@out, ExtremeOver<MaxReducer>(dims, keepdim));

        public Tensor amin(params long[] dims) => ExtremeOver<MinReducer>(dims, false);

        [StaticTwin]
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, ExtremeOver<MinReducer>(dims, keepdim));

        [StaticTwin]
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => Into(@out, ExtremeOver<MinReducer>(dims, keepdim));

        [StaticTwin]
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => dim is { } d
            ? (ExtremeOver<MinReducer>([d], keepdim), ExtremeOver<MaxReducer>([d], keepdim))
            : (min(), max());

        /// <summary>Number of the largest element in logical order, int64.</summary>
        [StaticTwin]
        public Tensor argmax() => reshape(-1).BestIndex(0, false, largest: true);

        [StaticTwin]
        public Tensor argmax(long dim, bool keepdim = false) => BestIndex(dim, keepdim, largest: true);

        [StaticTwin]
        public Tensor argmin() => reshape(-1).BestIndex(0, false, largest: false);

        [StaticTwin]
        public Tensor argmin(long dim, bool keepdim = false) => BestIndex(dim, keepdim, largest: false);

        /// <summary>True if no element is 0.</summary>
        [StaticTwin]
        public Tensor all() => TruthOver<MinReducer>([], false);

        [StaticTwin]
        public Tensor all(long dim, bool keepdim = false) => TruthOver<MinReducer>([dim], keepdim);

        /// <summary>True if some element is not 0.</summary>
        [StaticTwin]
        public Tensor any() => TruthOver<MaxReducer>([], false);

        [StaticTwin]
        public Tensor any(long dim, bool keepdim = false) => TruthOver<MaxReducer>([dim], keepdim);

        [StaticTwin]
        public Tensor count_nonzero(long[]? dims = null) => ne(0).sum(dims ?? []);

        /// <summary>Sum with NaN as 0.</summary>
        [StaticTwin]
        public Tensor nansum() => masked_fill(isnan(), 0).sum();

        /// <summary>Mean of what is not NaN.</summary>
        [StaticTwin]
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            long[] dims = dim is { } d ? [d] : [];
            return masked_fill(isnan(), 0).sum(dims, keepdim, dtype) / isnan().logical_not().sum(dims, keepdim);
        }

        /// <summary>ln Σ eˣ along a dimension, without overflow.</summary>
        [StaticTwin]
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            var top = detach().amax([dim], keepdim: true);
            top = torch.where(top.isfinite(), top, top.zeros_like());
            var result = (this - top).exp().sum(dim, keepdim: true).log() + top;
            return keepdim ? result : result.squeeze(dim);
        }

        /// <summary>The p-norm of all elements. p may be 0 (count), 1, 2 or ∞.</summary>
        [StaticTwin]
        public Tensor norm(float p = 2) => NormOver([], false, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => NormOver([dim], keepdim, p);

        /// <summary>The p-norm of the difference.</summary>
        [StaticTwin]
        public Tensor dist(Tensor other, float p = 2) => (this - other).norm(p);

        /// <summary>Running sums along a dimension.</summary>
        [StaticTwin]
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var d = Layout.Dim("cumsum", dim, Rank);
            return Scan<SumReducer>(d, type, ReductionRules.CumulativeSum(d));
        }

        /// <summary>Running products along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var x = SummableAs(type);
            var d = Layout.Dim("cumprod", dim, Rank);
            if (!Graph.Wants(x))
            {
                return x.Scan<ProductReducer>(d, null, ViewRules.Same);
            }

            // Built of products, so that zeros get their right gradient.
            var steps = x.unbind(d);
            for (var i = 1; i < steps.Length; i++)
            {
                steps[i] = steps[i - 1] * steps[i];
            }

            return torch.stack(steps, d);
        }

        internal Tensor MeanOver(ReadOnlySpan<long> dims, bool keepdim, ScalarType? type)
        {
            var x = type is { } wanted ? to_type(wanted) : this;
            if (!x.dtype.IsFloating())
            {
                throw new TorchError($"mean: a {_dtype} tensor has no mean of its type; convert it (t.to(float32)) or give type: ScalarType.Float32");
            }

            var total = x.detach().SumOver(dims, keepdim, null);
            var (mask, kept) = x.Kept("mean", dims);
            var count = Layout.Count(Shape) / (double)Math.Max(1, Layout.Count(kept));
            using (no_grad())
            {
                total.div_(count);
            }

            return Graph.Record(total, ReductionRules.Mean(kept), [x]);
        }

        private Tensor SumOver(ReadOnlySpan<long> dims, bool keepdim, ScalarType? type)
        {
            var x = SummableAs(type);
            return x.Reduce<SumReducer>("sum", dims, keepdim, static (_, kept) => ReductionRules.Sum(kept), false);
        }

        // C# reads the literal 0 as the enum's first member, and an overload without defaults wins: a trap of these signatures.
        private static ScalarType? NotZeroLiteral(string op, ScalarType? type) => type == ScalarType.Byte
            ? throw new TorchError($"{op}(0): C# takes the literal 0 for ScalarType.Byte; write {op}(0L) or {op}(dim: 0)")
            : type;

        private Tensor SummableAs(ScalarType? type) => As(type ?? (_dtype.IsFloating() ? _dtype : ScalarType.Int64));

        private Tensor VarianceOver(ReadOnlySpan<long> dims, bool unbiased, bool keepdim, ScalarType? type)
        {
            var x = type is { } wanted ? to_type(wanted) : this;
            var (_, kept) = x.Kept("var", dims);
            var count = Layout.Count(Shape) / (double)Math.Max(1, Layout.Count(kept));
            var deviations = x - x.MeanOver(dims, true, null);
            return deviations.square().SumOver(dims, keepdim, null) / Math.Max(0, count - (unbiased ? 1 : 0));
        }

        private static Tensor Deviation(Tensor variance) => variance.FloatUnary<SqrtKernel>(ReductionRules.Deviation, "std");

        private static Tensor ProductOver(Tensor input, long dim, bool keepdim, ScalarType? type)
        {
            var d = Layout.Dim("prod", dim, input.Rank);
            var x = (input.Rank == 0 ? input.reshape(1) : input).SummableAs(type).movedim([d], [-1]).Packed();
            var y = x.detach().Reduce<ProductReducer>("prod", [-1], false, static (_, _) => ViewRules.Same, false);
            var product = Graph.Record(y, ReductionRules.Product, [x], [x]);
            return keepdim && input.Rank > 0 ? product.unsqueeze(d) : product;
        }

        private Tensor ExtremeOver<TReducer>(ReadOnlySpan<long> dims, bool keepdim, [CallerMemberName] string op = "")
            where TReducer : IReducer
        {
            if (NumberOfElements == 0)
            {
                throw new TorchError($"{op}: a {ShapeText} tensor has no elements to choose from");
            }

            return Reduce<TReducer>(op, dims, keepdim, static (mask, kept) => ReductionRules.Extreme(kept, mask), true);
        }

        private Tensor TruthOver<TReducer>(ReadOnlySpan<long> dims, bool keepdim)
            where TReducer : IReducer
            => to_type(ScalarType.Bool).Reduce<TReducer>("all", dims, keepdim, static (_, _) => ViewRules.Same, false);

        private (Tensor, Tensor) BestAlong(long dim, bool keepdim, bool largest)
        {
            var d = Layout.Dim("max", dim, Rank);
            var index = BestIndex(d, keepdim: true, largest);
            var values = Rank == 0 ? this.clone() : gather(d, index);
            return keepdim || Rank == 0 ? (values, index) : (values.squeeze(d), index.squeeze(d));
        }

        private Tensor BestIndex(long dim, bool keepdim, bool largest)
        {
            var d = Layout.Dim("argmax", dim, Rank);
            if (Rank == 0)
            {
                return torch.zeros([], ScalarType.Int64);
            }

            if (Shape[d] == 0)
            {
                throw new TorchError($"argmax: dimension {d} of a {ShapeText} tensor is empty");
            }

            var rows = detach().movedim([d], [-1]).Packed();
            var y = Empty(rows.Shape[..^1], ScalarType.Int64);
            Dispatch.Number(_dtype, new ArgBestWork(rows, y, (int)Shape[d], largest));
            return Tensor.Done(keepdim ? y.unsqueeze(d) : y, rows);
        }

        internal Tensor NormOver(ReadOnlySpan<long> dims, bool keepdim, double p)
        {
            if (!_dtype.IsFloating())
            {
                throw new TorchError($"norm: a {_dtype} tensor; convert it to a floating type first");
            }

            if (p == 2)
            {
                return Deviation(square().SumOver(dims, keepdim, null));
            }

            return p switch
            {
                0 => ne(0).to_type(_dtype).SumOver(dims, keepdim, null),
                1 => abs().SumOver(dims, keepdim, null),
                double.PositiveInfinity => abs().ExtremeOver<MaxReducer>(dims, keepdim, "norm"),
                double.NegativeInfinity => abs().ExtremeOver<MinReducer>(dims, keepdim, "norm"),
                _ => abs().pow(p).SumOver(dims, keepdim, null).pow(1 / p),
            };
        }

        private Tensor Scan<TReducer>(int dim, ScalarType? type, GradientRule rule, [CallerMemberName] string op = "")
            where TReducer : IReducer
        {
            var x = SummableAs(type).Packed();
            var (_, outer, n, inner) = x.Split(op, dim);
            var y = x.EmptyLike();
            Dispatch.Number(x.dtype, new ScanWork<TReducer>(x, y, outer, n, inner));
            return Graph.Record(y, rule, [x], default, op);
        }

        private (bool[] Mask, long[] Kept) Kept(string op, ReadOnlySpan<long> dims)
        {
            var mask = Layout.DimMask(op, dims, Rank);
            var kept = shape;
            for (var d = 0; d < Rank; d++)
            {
                kept[d] = mask[d] ? 1 : kept[d];
            }

            return (mask, kept);
        }

        // Runs of neighbouring dimensions, the last one first: nothing needs to move.
        private Tensor Reduce<TReducer>(
            string op, ReadOnlySpan<long> dims, bool keepdim, Func<bool[], long[], GradientRule> rule, bool savesBoth)
            where TReducer : IReducer
        {
            var (mask, kept) = Kept(op, dims);
            var result = keepdim ? kept : Shape.Where((_, d) => !mask[d]).ToArray();
            var (x, run) = (Packed(), RunBefore(mask, mask.Length) ?? (0, mask.Length));
            while (RunBefore(mask, run.First) is { } before)
            {
                x = x.ReduceRun<TReducer>(run, [.. x.Shape.Select((size, d) => d >= run.First && d < run.Last ? 1 : size)]);
                run = before;
            }

            var y = x.ReduceRun<TReducer>(run, result);
            return Graph.Wants(this)
                ? Graph.Record(y, rule(mask, kept), [this], savesBoth ? [this, y] : [], op)
                : Tensor.Done(y, this);
        }

        private static (int First, int Last)? RunBefore(bool[] mask, int end)
        {
            var last = mask.AsSpan(0, end).LastIndexOf(true);
            return last < 0 ? null : (mask.AsSpan(0, last).LastIndexOf(false) + 1, last + 1);
        }

        private Tensor ReduceRun<TReducer>((int First, int Last) run, long[] result)
            where TReducer : IReducer
        {
            var y = Empty(result, _dtype);
            var (outer, n, inner) = (Layout.Count(Shape.AsSpan(0, run.First)), Layout.Count(Shape.AsSpan(run.First, run.Last - run.First)), Layout.Count(Shape.AsSpan(run.Last)));
            Dispatch.Number(_dtype, new ReduceWork<TReducer>(this, y, (int)outer, (int)n, (int)inner));
            return Tensor.Done(y, this);
        }

        private static Tensor Into(Tensor? target, Tensor result) => target?.copy_(result) ?? result;
    }
}
