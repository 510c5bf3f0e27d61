using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Tools for parameters and their gradients.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their norm is at most max_norm. Returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var quiet = no_grad();
                var gradients = tensors.Select(p => p.grad).OfType<Tensor>().ToArray();
                var norms = gradients.Select(g => g.norm((float)norm_type).ToDouble()).ToArray();
                var total = double.IsPositiveInfinity(norm_type)
                    ? norms.DefaultIfEmpty(0).Max()
                    : Math.Pow(norms.Sum(n => Math.Pow(n, norm_type)), 1 / norm_type);
                var scale = max_norm / (total + 1e-6);
                if (scale < 1)
                {
                    foreach (var gradient in gradients)
                    {
                        gradient.mul_(scale);
                    }
                }

                return total;
            }

            /// <summary>Keeps every gradient element in [−clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var quiet = no_grad();
                foreach (var gradient in tensors.Select(p => p.grad).OfType<Tensor>())
                {
                    gradient.clamp_(-clip_value, clip_value);
                }
            }

            /// <summary>All parameters flattened and joined, with their history.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors) => cat(tensors.Select(p => p.reshape(-1)).ToArray());

            /// <summary>Cuts a vector into values for the parameters, in order.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var quiet = no_grad();
                var start = 0L;
                foreach (var parameter in tensors)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).reshape(parameter.shape));
                    start += parameter.numel();
                }
            }

            /// <summary>Recurrent-network helpers.</summary>
            public static class rnn
            {
                /// <summary>Sequences of different lengths side by side, filled up at the end: (T, N, …), or (N, T, …) if batch first.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0)
                {
                    var list = sequences.ToArray();
                    if (list.Length == 0)
                    {
                        throw new TorchError("pad_sequence: an empty list; give at least one sequence");
                    }

                    var longest = list.Max(s => s.shape[0]);
                    return stack(
                        list.Select(s => functional.pad(s, [.. Enumerable.Repeat(0L, 2 * ((int)s.ndim - 1)), 0, longest - s.shape[0]], value: padding_value)), batch_first ? 0 : 1);
                }
            }
        }
    }
}
