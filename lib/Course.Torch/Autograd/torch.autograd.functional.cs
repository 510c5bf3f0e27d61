namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions of tensors.</summary>
        public static class functional
        {
            /// <summary>All derivatives of one output with respect to one input.</summary>
            /// <param name="function">Called once, with a copy of the input that is watched.</param>
            /// <param name="inputs">Floating point; stays as it is.</param>
            /// <returns>(output's shape, input's shape), outside the graph.</returns>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                Jacobians(x => [function(x[0])], [inputs])[0];

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One an output.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                Jacobians(x => function(x[0]), [inputs]);

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One an input; zeros where the output does not depend on it.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                Jacobians(x => [function(x)], inputs);

            /// <inheritdoc cref="jacobian(Func{Tensor, Tensor}, Tensor)"/>
            /// <returns>One a pair: first output with each input, then the next output.</returns>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs) =>
                Jacobians(function, inputs);

            private static Tensor[] Jacobians(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var scope = NewDisposeScope();
                using var recording = enable_grad();
                var watched = inputs.Select(input => input.detach().requires_grad_()).ToArray();
                var outputs = function(watched);
                Tensor[] all = [.. outputs.SelectMany(output => Rows(output, watched))];
                scope.MoveToOuter(all);
                return all;
            }

            // (n output elements) × (each input) → one (output's shape, input's shape) an input.
            private static IEnumerable<Tensor> Rows(Tensor output, Tensor[] inputs)
            {
                var rows = output.requires_grad
                    ? output.reshape(-1).unbind().Select(element => grad([element], inputs, retain_graph: true, allow_unused: true)).ToArray()
                    : [];
                return inputs.Select((input, i) =>
                {
                    long[] shape = [.. output.shape, .. input.shape];
                    var known = rows.Length > 0 && rows[0][i] is not null;
                    return known ? stack(rows.Select(row => row[i]).ToArray()).reshape(shape).detach() : zeros(shape, input.dtype);
                });
            }
        }
    }
}
