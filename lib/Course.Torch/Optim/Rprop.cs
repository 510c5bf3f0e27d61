using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps of a size of their own per weight, which grows while the gradient keeps its sign. Source: Riedmiller and Braun 1993.</summary>
public sealed class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-06, double max_step = 50, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-06, double max_step = 50, bool maximize = false)
        : base(new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize }, parameters)
    {
    }

    private protected override void FillIn(OptimizerOptions options)
    {
        var (own, defaults) = ((Options)options, (Options)Defaults);
        own.etaminus ??= defaults.etaminus;
        own.etaplus ??= defaults.etaplus;
        own.min_step ??= defaults.min_step;
        own.max_step ??= defaults.max_step;
        own.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory, rate) = ((Options)options, (State)state, options.LearningRate!.Value);
        using var scope = NewDisposeScope();
        memory.step++;
        var g = own.maximize == true ? -gradient : gradient;
        var agreement = g * memory.prev;
        var factor = where(agreement.gt(0), own.etaplus!.Value, where(agreement.lt(0), own.etaminus!.Value, 1.0)).to_type(parameter.dtype);
        memory.step_size.mul_(factor).clamp_(own.min_step!.Value, own.max_step!.Value);
        g = g.masked_fill(agreement.lt(0), 0); // after a turn: wait one step
        parameter.sub_(g.sign() * memory.step_size);
        memory.prev.copy_(g);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;
        public bool? maximize;

        internal override IEnumerable<(string Name, double? Value, double Below)> Bounds() =>
            [("etaminus", etaminus, 1), ("etaplus", etaplus, double.PositiveInfinity), ("min_step", min_step, double.PositiveInfinity), ("max_step", max_step, double.PositiveInfinity)];

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize ?? false);
            writer.Write(etaminus ?? 0);
            writer.Write(etaplus ?? 0);
            writer.Write(min_step ?? 0);
            writer.Write(max_step ?? 0);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            etaminus = reader.ReadDouble();
            etaplus = reader.ReadDouble();
            min_step = reader.ReadDouble();
            max_step = reader.ReadDouble();
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-06, double max_step = 50, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public Tensor prev;
        public Tensor step_size;

        internal State(Parameter parameter, OptimizerOptions options)
            : base(parameter)
        {
            (prev, step_size) = (Zeros(), full_like(parameter, options.LearningRate ?? 0).DetachFromDisposeScope());
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            prev.Save(writer);
            step_size.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            prev.Load(reader);
            step_size.Load(reader);
        }
    }
}
