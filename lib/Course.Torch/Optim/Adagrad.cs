using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps divided by the root of the sum of all squared gradients.</summary>
public sealed class Adagrad : OptimizerHelper
{
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup(parameters, new Options())], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : base(new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, (Options)options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var rate = own.LearningRate!.Value / (1 + (memory.step++ * own.lr_decay!.Value));
        using var scope = NewDisposeScope();
        var g = own.weight_decay != 0 ? gradient + (parameter * own.weight_decay!.Value) : gradient;
        memory.sum.add_(g * g);
        parameter.sub_(g / (memory.sum.sqrt() + own.eps!.Value) * rate);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? weight_decay;
        public double? initial_accumulator_value;
        public double? eps;

        internal override void Each(ISettings settings)
        {
            settings.Number("lr_decay", ref lr_decay);
            settings.Number("initial_accumulator_value", ref initial_accumulator_value);
            settings.Number("eps", ref eps);
            settings.Number("weight_decay", ref weight_decay);
        }
    }

    /// <summary>A group of parameters with settings of its own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps })
        {
        }
    }

    /// <summary>The sum of squared gradients.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public Tensor sum;

        internal State(Parameter parameter, Options options)
            : base(parameter) => sum = full_like(parameter, options.initial_accumulator_value ?? 0).DetachFromDisposeScope();

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(sum);
        }
    }
}
