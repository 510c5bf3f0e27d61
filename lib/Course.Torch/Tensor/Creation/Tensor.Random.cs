namespace TorchSharp;

public static partial class torch
{
    private static Tensor MakeRand(long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator) =>
        MakeEmpty(size, Floating("rand", dtype), device, false).uniform_(0, 1, generator).requires_grad_(requires_grad);

    private static Tensor MakeRandn(long[] size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator) =>
        MakeEmpty(size, Floating("randn", dtype), device, false).normal_(0, 1, generator).requires_grad_(requires_grad);

    private static ScalarType Floating(string op, ScalarType? dtype) => (dtype ?? DTypes.Default).IsFloating()
        ? dtype ?? DTypes.Default
        : throw new TorchError($"{op}: {dtype}; random fractions need Float32 or Float64 (randint draws integers)");

    /// <summary>Whole numbers in [low, high), each as likely.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        if (high <= low)
        {
            throw new TorchError($"randint: no whole number in [{low}, {high}); high must exceed low");
        }

        var result = MakeEmpty(size.Shape, dtype ?? ScalarType.Int64, device, false);
        Drawing.Integers(result, low, high, generator ?? Generator.Default);
        return result.requires_grad_(requires_grad);
    }

    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator);

    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator);

    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator);

    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator);

    public static bool randint_bool(Generator? generator = null) => randint_long(2, generator) != 0;

    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null) => randint(low, high, Size.Empty, generator: generator).item<long>();

    public static double rand_float(Generator? generator = null) => rand([], ScalarType.Float32, generator: generator).item<float>();

    public static double randn_float(Generator? generator = null) => randn([], ScalarType.Float32, generator: generator).item<float>();

    /// <summary>0 … n − 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        FromSpan<long>(Drawing.Permutation(n, generator ?? Generator.Default), [n], dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        MakeRand(input.Shape, dtype ?? input.dtype, device, requires_grad, null);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        MakeRandn(input.Shape, dtype ?? input.dtype, device, requires_grad, null);

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randint(low, high, new Size(input.Shape), dtype ?? input.dtype, device, requires_grad);

    /// <summary>Normal numbers of the given mean and deviation.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        MakeEmpty(size.ToArray(), Floating("normal", dtype), device, false).normal_(mean, std, generator).requires_grad_(requires_grad);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        var shape = Layout.Broadcast("normal", mean.Shape, std.Shape);
        return (MakeRandn(shape, mean.dtype, null, false, generator) * std) + mean;
    }

    /// <summary>1 with the probability that the element gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    public partial class Tensor
    {
        public Tensor bernoulli(Generator? generator = null)
        {
            if (lt(0).any().ToBoolean() || gt(1).any().ToBoolean())
            {
                throw new TorchError("bernoulli: a probability lies outside [0, 1]");
            }

            var result = EmptyLike();
            DrawTruths(this, result, generator);
            return result;
        }

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new TorchError($"bernoulli_: probability {p}; it must lie in [0, 1]");
            }

            return Drawn("bernoulli_", target => Drawing.Bernoulli(target, p, generator ?? Generator.Default));
        }

        public Tensor bernoulli_(Tensor p, Generator? generator = null) =>
            Drawn("bernoulli_", target => DrawTruths(p.expand(Shape), target, generator));

        /// <summary>Overwritten by uniform numbers in [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            if (from > to)
            {
                throw new TorchError($"uniform_: from {from} to {to}; from must not exceed to");
            }

            return DrawnFractions("uniform_", target => Drawing.Uniform(target, from, to, generator ?? Generator.Default));
        }

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            if (!(std >= 0))
            {
                throw new TorchError($"normal_: deviation {std}; it must not be negative");
            }

            return DrawnFractions("normal_", target => Drawing.Normal(target, mean, std, generator ?? Generator.Default));
        }

        public Tensor exponential_(double lambda = 1, Generator? generator = null) => lambda is not > 0
            ? throw new TorchError($"exponential_: rate {lambda}; it must be above 0")
            : DrawnFractions("exponential_", target => Drawing.Exponential(target, lambda, generator ?? Generator.Default));

        /// <summary>Overwritten by whole numbers in [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Drawn("random_", target => Drawing.Integers(target, (long)from, (long)to, generator ?? Generator.Default));

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);

        /// <summary>Indices drawn with probability proportional to the weights: (n) → (num_samples), (b, n) → (b, num_samples).</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            var source = generator ?? Generator.Default;
            CheckWeights(num_samples, replacement);
            if (!replacement || num_samples == 1)
            {
                // Races of exponential clocks: the fastest relative to its weight comes first.
                var clocks = detach() / torch.empty_like(this).exponential_(1, source);
                return num_samples == 1 ? clocks.argmax(-1, keepdim: true) : clocks.topk((int)num_samples).indexes;
            }

            var rows = detach().to_type(ScalarType.Float64).reshape(-1, Shape[^1]);
            var cumulative = (rows / rows.sum(-1, keepdim: true)).cumsum(-1);
            var samples = Empty([rows.Shape[0], num_samples], ScalarType.Int64);
            var picks = samples.Dense<long>();
            for (var i = 0; i < picks.Length; i++)
            {
                var row = cumulative.Dense<double>().Slice((int)(i / num_samples * Shape[^1]), (int)Shape[^1]);
                var draw = source.NextDouble();
                var at = 0;
                while (at < row.Length - 1 && row[at] < draw)
                {
                    at++;
                }

                picks[i] = at;
            }

            return samples.reshape([.. Shape[..^1], num_samples]);
        }

        private static void DrawTruths(Tensor p, Tensor target, Generator? generator) => Drawing.Bernoulli(
            p.to_type(ScalarType.Float64).Packed(), single: p.dtype == ScalarType.Float32, target, generator ?? Generator.Default);

        private void CheckWeights(long samples, bool replacement)
        {
            if (Rank is 0 or > 2 || !_dtype.IsFloating() || lt(0).any().ToBoolean() || isfinite().all().ToBoolean() is false || sum(-1).le(0).any().ToBoolean())
            {
                throw new TorchError($"multinomial: weights of shape {ShapeText}, {_dtype}: needs 1 or 2 dimensions of finite numbers of at least 0, not all 0");
            }

            if (samples <= 0 || (!replacement && samples > Shape[^1]))
            {
                throw new TorchError($"multinomial: {samples} samples from {Shape[^1]} weights; without replacement at most {Shape[^1]}");
            }
        }

        private Tensor DrawnFractions(string op, Action<Tensor> draw) => _dtype.IsFloating()
            ? Drawn(op, draw)
            : throw new TorchError($"{op}: a {_dtype} tensor cannot hold fractions; convert it to float32");

        // Drawn in logical order, whatever the layout.
        private Tensor Drawn(string op, Action<Tensor> draw)
        {
            CheckWritable(op);
            if (IsDense)
            {
                draw(this);
            }
            else
            {
                using var drawn = EmptyLike();
                draw(drawn);
                Copying.Copy(drawn, this);
            }

            Written();
            return this;
        }
    }
}
