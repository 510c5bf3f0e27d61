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

    private protected override void FillIn(OptimizerOptions options)
    {
        var (own, defaults) = ((Options)options, (Options)Defaults);
        own.lr_decay ??= defaults.lr_decay;
        own.weight_decay ??= defaults.weight_decay;
        own.initial_accumulator_value ??= defaults.initial_accumulator_value;
        own.eps ??= defaults.eps;
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

        internal override IEnumerable<(string Name, double? Value, double Below)> Bounds() =>
            [("lr_decay", lr_decay, double.PositiveInfinity), ("weight_decay", weight_decay, double.PositiveInfinity), ("initial_accumulator_value", initial_accumulator_value, double.PositiveInfinity), ("eps", eps, double.PositiveInfinity)];

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(lr_decay ?? 0);
            writer.Write(initial_accumulator_value ?? 0);
            writer.Write(eps ?? 0);
            writer.Write(weight_decay ?? 0);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            lr_decay = reader.ReadDouble();
            initial_accumulator_value = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
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

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            sum.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            sum.Load(reader);
        }
    }
}
