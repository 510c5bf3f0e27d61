using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with the largest gradient so far in place of the mean of squares. Source: Kingma and Ba 2015.</summary>
public sealed class Adamax : OptimizerHelper, optim.IBetas
{
    public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
        : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay }, parameters)
    {
    }

    public (double, double) Betas
    {
        get => (First<Options>().beta1 ?? 0, First<Options>().beta2 ?? 0);
        set => ForAll<Options>(options => (options.beta1, options.beta2) = value);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory, rate) = ((Options)options, (State)state, options.LearningRate!.Value);
        using var scope = NewDisposeScope();
        var (beta1, beta2, t) = (own.beta1!.Value, own.beta2!.Value, ++memory.step);
        var g = own.weight_decay != 0 ? gradient + (parameter * own.weight_decay!.Value) : gradient;
        memory.exp_avg.mul_(beta1).add_(g * (1 - beta1));
        memory.exp_inf.copy_((memory.exp_inf * beta2).maximum(g.abs() + own.eps!.Value));
        parameter.sub_(memory.exp_avg / memory.exp_inf * (rate / (1 - Math.Pow(beta1, t))));
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;

        internal override void Each(ISettings settings)
        {
            settings.Number("beta1", ref beta1, below: 1);
            settings.Number("beta2", ref beta2, below: 1);
            settings.Number("eps", ref eps);
            settings.Number("weight_decay", ref weight_decay);
        }
    }

    /// <summary>A group of parameters with settings of its own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, optim.IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1 ?? 0, Options.beta2 ?? 0);
            set => (Options.beta1, Options.beta2) = value;
        }
    }

    /// <summary>What is remembered of a parameter.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public Tensor exp_avg;
        public Tensor exp_inf;

        internal State(Parameter parameter, OptimizerOptions options)
            : base(parameter)
        {
            (exp_avg, exp_inf) = (Zeros(), Zeros());
        }

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(exp_avg);
            memory.Keep(exp_inf);
        }
    }
}
