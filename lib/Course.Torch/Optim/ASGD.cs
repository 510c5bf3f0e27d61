using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradient descent whose averaged weights are kept beside it. Source: Polyak and Juditsky 1992.</summary>
public sealed class ASGD : OptimizerHelper
{
    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0, bool maximize = false)
        : base(new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize }, parameters)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory, rate) = ((Options)options, (State)state, options.LearningRate!.Value);
        using var scope = NewDisposeScope();
        var g = own.maximize == true ? -gradient : gradient;
        g = own.weight_decay != 0 ? g + (parameter * own.weight_decay!.Value) : g;
        parameter.mul_(1 - (own.lambd!.Value * memory.eta)).sub_(g * memory.eta);
        memory.ax.add_((parameter - memory.ax) * memory.mu);
        memory.step++;
        memory.eta = rate / Math.Pow(1 + (own.lambd.Value * rate * memory.step), own.alpha!.Value);
        memory.mu = 1 / Math.Max(1, memory.step - own.t0!.Value);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? lambd;
        public double? alpha;
        public double? t0;
        public double? weight_decay;
        public bool? maximize;

        internal override void Each(ISettings settings)
        {
            settings.Flag(ref maximize);
            settings.Number("lambd", ref lambd);
            settings.Number("alpha", ref alpha);
            settings.Number("weight_decay", ref weight_decay);
            settings.Free(ref t0);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
        {
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public double eta;
        public double mu;
        public Tensor ax;

        internal State(Parameter parameter, OptimizerOptions options)
            : base(parameter)
        {
            (eta, mu, ax) = (options.LearningRate ?? 0, 1, Zeros());
        }

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Number(ref eta);
            memory.Number(ref mu);
            memory.Keep(ax);
        }
    }
}
