namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Mean 0 and variance 1 over the last dimensions, then times weight plus bias.</summary>
            /// <param name="input">(…, normalized_shape).</param>
            /// <param name="normalized_shape">The last sizes of the input.</param>
            /// <param name="weight">normalized_shape, or null.</param>
            /// <param name="bias">normalized_shape, or null.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                if (normalized_shape.Length == 0 || input.Rank < normalized_shape.Length || !input.Shape.AsSpan(input.Rank - normalized_shape.Length).SequenceEqual(normalized_shape))
                {
                    throw new TorchError($"layer_norm: input {input.ShapeText} does not end in {Layout.Text(normalized_shape)}; give at least one of its last sizes");
                }

                CheckLike("weight", weight, normalized_shape, input);
                CheckLike("bias", bias, normalized_shape, input);
                var n = (int)Layout.Count(normalized_shape);
                return Fused.LayerNorm(input, weight, bias, n, eps);
            }

            /// <summary>Mean 0 and variance 1 per channel (dimension 1), by the batch's statistics while training, else by the running ones.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05)
            {
                if (input.Rank < 2)
                {
                    throw new TorchError($"batch_norm: a {input.ShapeText} tensor; needs (N, C, …)");
                }

                if (!training && (running_mean is null || running_var is null))
                {
                    throw new TorchError("batch_norm: outside training it needs running_mean and running_var; give both, or training: true");
                }

                CheckPerChannel("batch_norm", input, (nameof(running_mean), running_mean), (nameof(running_var), running_var), (nameof(weight), weight), (nameof(bias), bias));
                var dims = Enumerable.Range(0, input.Rank).Where(d => d != 1).Select(d => (long)d).ToArray();
                var perChannel = Enumerable.Repeat(1L, input.Rank).ToArray();
                perChannel[1] = input.Shape[1];
                Tensor centred, variance;
                if (training)
                {
                    var mean = input.mean(dims, keepdim: true);
                    centred = input - mean;
                    variance = centred.square().mean(dims, keepdim: true);
                    UpdateRunning(running_mean, running_var, mean, variance, input.Count / Math.Max(1, input.Shape[1]), momentum);
                }
                else
                {
                    centred = input - running_mean!.reshape(perChannel);
                    variance = running_var!.reshape(perChannel);
                }

                var scale = (variance + eps).rsqrt();
                var y = centred * (weight is null ? scale : scale * weight.reshape(perChannel));
                return bias is null ? y : y + bias.reshape(perChannel);
            }

            /// <summary>Mean 0 and variance 1 over groups of channels of each example.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05)
            {
                if (input.Rank < 2 || num_groups < 1 || input.Shape[1] % num_groups != 0)
                {
                    throw new TorchError($"group_norm: the channels of {input.ShapeText} do not divide into {num_groups} groups");
                }

                CheckPerChannel("group_norm", input, (nameof(weight), weight), (nameof(bias), bias));
                var grouped = input.reshape(input.Shape[0], num_groups, -1);
                var y = layer_norm(grouped, [grouped.Shape[2]], null, null, eps).reshape(input.Shape);
                var perChannel = Enumerable.Repeat(1L, input.Rank).ToArray();
                perChannel[1] = input.Shape[1];
                y = weight is null ? y : y * weight.reshape(perChannel);
                return bias is null ? y : y + bias.reshape(perChannel);
            }

            private static void CheckPerChannel(string op, Tensor input, params (string Name, Tensor? Values)[] all)
            {
                foreach (var (name, values) in all)
                {
                    if (values is not null && (values.dtype != input.dtype || values.Rank != 1 || values.Shape[0] != input.Shape[1]))
                    {
                        throw new TorchError($"{op}: {name} is {values.dtype} {values.ShapeText}, wanted {input.dtype} ({input.Shape[1]},): one per channel of {input.ShapeText}");
                    }
                }
            }

            private static void CheckLike(string name, Tensor? values, long[] shape, Tensor input)
            {
                if (values is not null && (values.dtype != input.dtype || !values.Shape.AsSpan().SequenceEqual(shape)))
                {
                    throw new TorchError($"layer_norm: {name} is {values.dtype} {values.ShapeText}, wanted {input.dtype} {Layout.Text(shape)} as the input's {input.ShapeText} says");
                }
            }

            // The running variance takes the unbiased estimate, as in torch.
            private static void UpdateRunning(Tensor? runningMean, Tensor? runningVar, Tensor mean, Tensor variance, long count, double momentum)
            {
                using var quiet = no_grad();
                runningMean?.mul_(1 - momentum).add_(mean.reshape(-1) * momentum);
                runningVar?.mul_(1 - momentum).add_(variance.reshape(-1) * (momentum * count / Math.Max(1, count - 1)));
            }
        }
    }
}
