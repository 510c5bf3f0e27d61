namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross-entropy of raw scores against class numbers or class probabilities.</summary>
            /// <param name="input">(N, C) or (N, C, d1, …), any real values; or (C) for one example.</param>
            /// <param name="target">Int64 class numbers (N) or (N, d1, …), or probabilities of the input's shape.</param>
            /// <param name="weight">(C), or null.</param>
            /// <param name="ignore_index">Targets of this number count for nothing.</param>
            /// <param name="reduction">Mean divides by the sum of the targets' weights.</param>
            /// <param name="label_smoothing">Share of probability spread evenly over all classes.</param>
            /// <returns>Nats.</returns>
            /// <remarks>Gradient: (softmax − onehot) / N.</remarks>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0)
            {
                var dim = input.Rank == 1 ? 0 : 1;
                CheckScores("cross_entropy", input, weight, dim);
                if (label_smoothing is not (>= 0 and <= 1))
                {
                    throw new TorchError($"cross_entropy: label_smoothing {label_smoothing}; it must lie in [0, 1]");
                }

                if (target.is_floating_point())
                {
                    return ignore_index < 0
                        ? SoftTargets(input, target, weight, reduction, label_smoothing, dim)
                        : throw new TorchError($"cross_entropy: ignore_index {ignore_index} with a {target.dtype} target: probabilities name no class to ignore; leave it out, or give Int64 class numbers");
                }

                if (input.Rank == 2 && weight is null && label_smoothing == 0 && NamesKeptClasses(input, target, ignore_index))
                {
                    return Reduce(Fused.CrossEntropy(input, target), reduction);
                }

                var logs = input.log_softmax(dim);
                var hard = NegativeLogLikelihood(logs, target, weight, ignore_index, reduction);
                if (label_smoothing == 0)
                {
                    return hard;
                }

                var kept = target.ne(ignore_index);
                var spread = -(weight is null ? logs : logs * ClassShape(weight, input.Rank, dim)).sum(dim) * kept;
                var divisor = weight is null ? kept.sum() : ClassWeights(weight, target, ignore_index).sum();
                var smooth = reduction switch
                {
                    Reduction.Mean => spread.sum() / divisor,
                    Reduction.Sum => spread.sum(),
                    _ => spread,
                };
                return (hard * (1 - label_smoothing)) + (smooth * (label_smoothing / input.Shape[dim]));
            }

            /// <summary>−log-probability of the target class. input: (N, C, …) log-probabilities; target: Int64 (N, …).</summary>
            [LossModule("NLLLoss")]
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckScores("nll_loss", input, weight, input.Rank == 1 ? 0 : 1);
                return NegativeLogLikelihood(input, target, weight, -100, reduction);
            }

            /// <summary>Mean squared error.</summary>
            [LossModule("MSELoss")]
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Reduce((input - target).square(), reduction);

            /// <summary>Mean absolute error.</summary>
            [LossModule("L1Loss")]
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Reduce((input - target).abs(), reduction);

            /// <summary>Quadratic up to delta, linear beyond.</summary>
            [LossModule("HuberLoss")]
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
            {
                if (delta is not > 0)
                {
                    throw new TorchError($"huber_loss: delta {delta}; it must be above 0");
                }

                var miss = (input - target).abs();
                return Reduce(where(miss.le(delta), miss.square() * 0.5, (miss - (0.5 * delta)) * delta), reduction);
            }

            /// <summary>Quadratic below beta, linear above, slope at most 1.</summary>
            [LossModule("SmoothL1Loss")]
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) => beta switch
            {
                0 => l1_loss(input, target, reduction),
                > 0 => huber_loss(input, target, beta, reduction) / beta,
                _ => throw new TorchError($"smooth_l1_loss: beta {beta}; it must be 0 or above"),
            };

            /// <summary>Binary cross-entropy of probabilities in [0, 1]; logarithms are cut off at −100.</summary>
            [LossModule("BCELoss")]
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckSameShape("binary_cross_entropy", input, target);
                CheckProbabilities("input", input);
                CheckProbabilities("target", target);
                if (target.dtype != input.dtype)
                {
                    throw new TorchError($"binary_cross_entropy: input is {input.dtype}, target is {target.dtype}; convert the target: target.to({input.dtype})");
                }

                CheckWeightFits("binary_cross_entropy", weight, input);
                var loss = -((target * input.log().clamp_min(-100)) + ((1 - target) * (1 - input).log().clamp_min(-100)));
                return Reduce(weight is null ? loss : loss * weight, reduction);
            }

            /// <summary>Binary cross-entropy of raw scores, finite for scores of any size.</summary>
            [LossModule("BCEWithLogitsLoss")]
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                CheckSameShape("binary_cross_entropy_with_logits", input, target);
                if (!target.is_floating_point())
                {
                    throw new TorchError($"binary_cross_entropy_with_logits: a {target.dtype} target; convert it: target.to({input.dtype})");
                }

                CheckWeightFits("binary_cross_entropy_with_logits", weight, input);
                CheckWeightFits("binary_cross_entropy_with_logits", pos_weights, input);
                var scale = pos_weights is null ? null : ((pos_weights - 1) * target) + 1;
                var log = -input.log_sigmoid();
                var loss = ((1 - target) * input) + (scale is null ? log : scale * log);
                return Reduce(weight is null ? loss : loss * weight, reduction);
            }

            /// <summary>target (log target − input), or with log_target e^target (target − input). input: log-probabilities.</summary>
            [LossModule("KLDivLoss")]
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) => Reduce(
                log_target ? target.exp() * (target - input) : target.xlogy(target) - (target * input), reduction);

            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                if (target.Rank > 1)
                {
                    throw new TorchError($"cosine_embedding_loss: a {target.ShapeText} target; give one number per pair, 1 or -1: a vector");
                }

                var cosine = cosine_similarity(input1, input2, input1.Rank - 1, 1e-12);
                return Reduce(where(target.eq(1), 1 - cosine, (cosine - margin).relu()), reduction);
            }

            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                if (anchor.Rank != positive.Rank || anchor.Rank != negative.Rank)
                {
                    throw new TorchError(
                        $"triplet_margin_loss: anchor {anchor.ShapeText}, positive {positive.ShapeText}, negative {negative.ShapeText}: all need the same number of dimensions");
                }

                var near = pairwise_distance(anchor, positive, p, eps);
                var far = pairwise_distance(anchor, negative, p, eps);
                far = swap ? far.minimum(pairwise_distance(positive, negative, p, eps)) : far;
                return Reduce((near - far + margin).relu(), reduction);
            }

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08)
            {
                var lengths = x1.norm((int)dim).clamp_min(eps) * x2.norm((int)dim).clamp_min(eps);
                return (x1 * x2).sum(dim) / lengths;
            }

            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-06, bool keepdim = false) =>
                (input1 - input2 + eps).norm(-1, keepdim, (float)p);

            /// <summary>Divided by the p-norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12) =>
                input / input.norm((int)dim, true, (float)p).clamp_min(eps);

            internal static Tensor Reduce(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };

            private static Tensor NegativeLogLikelihood(Tensor logs, Tensor target, Tensor? weight, long ignored, Reduction reduction)
            {
                var dim = logs.Rank == 1 ? 0 : 1;
                target = logs.Rank == 1 && target.Rank == 1 && target.Shape[0] == 1 ? target.squeeze(0) : target;
                long[] wanted = [.. logs.Shape[..dim], .. logs.Shape[(dim + 1)..]];
                if (target.dtype != ScalarType.Int64 || !target.Shape.AsSpan().SequenceEqual(wanted))
                {
                    throw new TorchError(
                        $"nll_loss: scores {logs.ShapeText} with {target.dtype} target {target.ShapeText}; the target must be Int64 of shape {Layout.Text(wanted)}, each in [0, {logs.Shape[dim]})");
                }

                var kept = target.ne(ignored);
                var safe = target.masked_fill(kept.logical_not(), 0);
                var picked = logs.gather(dim, safe.unsqueeze(dim)).squeeze(dim);
                if (weight is null && reduction == Reduction.Mean && kept.all().ToBoolean())
                {
                    return -picked.mean();
                }

                var weights = weight is null ? kept.to_type(logs.dtype) : ClassWeights(weight, target, ignored);
                var losses = -(picked * weights);
                return reduction switch
                {
                    Reduction.Mean => losses.sum() / weights.sum(),
                    Reduction.Sum => losses.sum(),
                    _ => losses,
                };
            }

            // Every target names a class that counts: nothing to ignore, nothing to complain about.
            private static bool NamesKeptClasses(Tensor input, Tensor target, long ignored)
            {
                if (target.dtype != ScalarType.Int64 || target.Rank != 1 || target.Shape[0] != input.Shape[0] || !input.is_floating_point())
                {
                    return false;
                }

                var classes = input.Shape[1];
                foreach (var at in target.Packed().Dense<long>())
                {
                    if (at < 0 || at >= classes || at == ignored)
                    {
                        return false;
                    }
                }

                return true;
            }

            private static Tensor ClassWeights(Tensor weight, Tensor target, long ignored)
            {
                var kept = target.ne(ignored);
                return weight.take(target.masked_fill(kept.logical_not(), 0)) * kept;
            }

            private static Tensor ClassShape(Tensor weight, int rank, int dim)
            {
                var shape = Enumerable.Repeat(1L, rank).ToArray();
                shape[dim] = -1;
                return weight.reshape(shape);
            }

            private static Tensor SoftTargets(Tensor input, Tensor target, Tensor? weight, Reduction reduction, double smoothing, int dim)
            {
                CheckSameShape("cross_entropy", input, target);
                var goal = smoothing == 0 ? target : (target * (1 - smoothing)) + (smoothing / input.Shape[dim]);
                var terms = goal * input.log_softmax(dim);
                var losses = -(weight is null ? terms : terms * ClassShape(weight, input.Rank, dim)).sum(dim);
                return Reduce(losses, reduction);
            }

            private static void CheckScores(string op, Tensor input, Tensor? weight, int dim)
            {
                if (!input.is_floating_point())
                {
                    throw new TorchError($"{op}: {input.dtype} scores; convert them to a floating type: input.to(float32)");
                }

                if (input.Rank > 0 && weight is not null && (weight.dtype != input.dtype || weight.Rank != 1 || weight.Shape[0] != input.Shape[dim]))
                {
                    throw new TorchError($"{op}: {weight.dtype} weights {weight.ShapeText} for {input.dtype} scores {input.ShapeText}; give one weight per class: ({input.Shape[dim]},)");
                }
            }

            private static void CheckProbabilities(string name, Tensor values)
            {
                if (values.Count > 0 && !(values.detach().ge(0) & values.detach().le(1)).all().ToBoolean())
                {
                    throw new TorchError($"binary_cross_entropy: {name} has elements outside [0, 1]; raw scores go to binary_cross_entropy_with_logits, or through sigmoid first");
                }
            }

            private static void CheckWeightFits(string op, Tensor? weight, Tensor input)
            {
                if (weight is not null && !Layout.Broadcast(op, input.Shape, weight.Shape).AsSpan().SequenceEqual(input.Shape))
                {
                    throw new TorchError($"{op}: weights {weight.ShapeText} do not broadcast to the input's {input.ShapeText}");
                }
            }

            private static void CheckSameShape(string op, Tensor input, Tensor target)
            {
                if (!input.Shape.AsSpan().SequenceEqual(target.Shape))
                {
                    throw new TorchError($"{op}: input {input.ShapeText} and target {target.ShapeText} differ; reshape or unsqueeze one");
                }
            }
        }
    }
}
