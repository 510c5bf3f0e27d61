namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a function with a backward of its own keeps between the two.</summary>
        public sealed class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private readonly List<Tensor> _fixed = [];
            private List<Tensor> _saved = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether gradients that nobody sent arrive as zeros: they always do here.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            // Handles of its own: the caller may dispose theirs before the way back.
            public void save_for_backward(List<Tensor> tensors) => _saved = tensors.ConvertAll(t => t.Twin().DetachFromDisposeScope());

            public List<Tensor> get_saved_variables() => _saved;

            public void save_data(string key, object value) => _data[key] = value;

            public object get_data(string key) => _data[key];

            /// <summary>Inputs that forward has overwritten and returns.</summary>
            public void mark_dirty(List<Tensor> tensors) => ArgumentNullException.ThrowIfNull(tensors);

            /// <summary>Results that no gradient comes back through.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => _fixed.AddRange(tensors);

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public void Dispose()
            {
            }

            internal bool IsFixed(Tensor result) => _fixed.Exists(t => ReferenceEquals(t, result));
        }

        /// <summary>A function with a backward of its own. Derive from the kinds with one result or several.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            private protected Function()
            {
            }

            public abstract string Name { get; }

            // The results lie end to end in one hidden tensor with the function's node; each is a part of it.
            private protected static List<Tensor> Run(Func<T, AutogradContext, List<Tensor>> forward, Func<T, AutogradContext, List<Tensor>, List<Tensor>> backward, object[] vars)
            {
                var (function, context) = (new T(), new AutogradContext());
                List<Tensor> results;
                using (no_grad())
                {
                    results = forward(function, context);
                }

                var inputs = vars.OfType<Tensor>().ToArray();
                if (!Graph.Wants(inputs) || results.TrueForAll(context.IsFixed))
                {
                    return results;
                }

                var kept = results.Where(result => !context.IsFixed(result)).ToArray();
                var joined = Joined(kept);
                Graph.Record(joined, (node, g) => Pass(node, vars, backward(function, context, Gradients(results, context, g))), inputs, default, function.Name);
                var parts = new Queue<Tensor>(Cut(joined, kept));
                return results.ConvertAll(result => context.IsFixed(result) ? result : parts.Dequeue());
            }

            private static Tensor Joined(Tensor[] results)
            {
                using var quiet = no_grad();
                return cat(results.Select(result => result.reshape(-1)).ToArray()).clone();
            }

            private static IEnumerable<Tensor> Cut(Tensor joined, IReadOnlyList<Tensor> like)
            {
                var start = 0L;
                foreach (var result in like)
                {
                    yield return joined.narrow(0, start, result.numel()).reshape(result.shape);
                    start += result.numel();
                }
            }

            private static List<Tensor> Gradients(List<Tensor> results, AutogradContext context, Tensor gradient)
            {
                var parts = new Queue<Tensor>(Cut(gradient, results.Where(result => !context.IsFixed(result)).ToArray()));
                return results.ConvertAll(result => context.IsFixed(result) ? result.zeros_like() : parts.Dequeue());
            }

            // One gradient per argument, null for what needs none.
            private static void Pass(Node node, object[] vars, List<Tensor> gradients)
            {
                if (gradients.Count != vars.Length)
                {
                    throw new TorchError($"{node.Name}: backward gives {gradients.Count} gradients for {vars.Length} arguments; give one for each, null where there is none");
                }

                var input = 0;
                for (var i = 0; i < vars.Length; i++)
                {
                    if (vars[i] is Tensor)
                    {
                        if (gradients[i] is { } gradient)
                        {
                            node.Pass(input, gradient);
                        }

                        input++;
                    }
                }
            }
        }

        /// <summary>One tensor as result. Use: <c>MyFunction.apply(x, 2)</c>.</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object[] vars) => Run(
                (function, context) => [function.forward(context, vars)], (function, context, gradients) => function.backward(context, gradients[0]), vars)[0];

            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <returns>One gradient per argument of forward, null where there is none.</returns>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);
        }

        /// <summary>Several tensors as result.</summary>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            public static List<Tensor> apply(params object[] vars) => Run(
                (function, context) => function.forward(context, vars), (function, context, gradients) => function.backward(context, gradients), vars);

            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);
        }
    }
}
