using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps sized by the steps before, divided by the root of a running mean of squared gradients. Source: Zeiler 2012.</summary>
public sealed class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-06, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1e-06, double weight_decay = 0, bool maximize = false)
        : base(new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory, rate) = ((Options)options, (State)state, options.LearningRate!.Value);
        using var scope = NewDisposeScope();
        var (rho, eps) = (own.rho!.Value, own.eps!.Value);
        memory.step++;
        var g = own.maximize == true ? -gradient : gradient;
        g = own.weight_decay != 0 ? g + (parameter * own.weight_decay!.Value) : g;
        memory.square_avg.mul_(rho).add_(g * g * (1 - rho));
        var delta = (memory.acc_delta + eps).sqrt() / (memory.square_avg + eps).sqrt() * g;
        memory.acc_delta.mul_(rho).add_(delta * delta * (1 - rho));
        parameter.sub_(delta * rate);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        internal override void Each(ISettings settings)
        {
            settings.Number("rho", ref rho, below: 1.0000000000000002);
            settings.Number("eps", ref eps);
            settings.Number("weight_decay", ref weight_decay);
            settings.Flag(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1, double rho = 0.9, double eps = 1e-06, double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public Tensor square_avg;
        public Tensor acc_delta;

        internal State(Parameter parameter, OptimizerOptions options)
            : base(parameter)
        {
            (square_avg, acc_delta) = (Zeros(), Zeros());
        }

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(square_avg);
            memory.Keep(acc_delta);
        }
    }
}
