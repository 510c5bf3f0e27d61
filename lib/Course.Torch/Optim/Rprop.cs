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

        internal override void Each(ISettings settings)
        {
            settings.Flag(ref maximize);
            settings.Number("etaminus", ref etaminus, below: 1);
            settings.Number("etaplus", ref etaplus);
            settings.Number("min_step", ref min_step);
            settings.Number("max_step", ref max_step);
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

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(prev);
            memory.Keep(step_size);
        }
    }
}
