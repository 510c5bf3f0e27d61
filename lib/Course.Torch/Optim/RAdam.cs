using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam whose first steps are damped while the mean of squares is still uncertain. Source: Liu et al. 2020.</summary>
public sealed class RAdam : OptimizerHelper, optim.IBetas
{
    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
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
        memory.exp_avg_sq.mul_(beta2).add_(g * g * (1 - beta2));
        var (unbiased, variance) = (1 - Math.Pow(beta1, t), 1 - Math.Pow(beta2, t));
        var most = (2 / (1 - beta2)) - 1;
        var length = most - (2 * t * (1 - variance) / variance); // how many gradients the mean of squares stands for
        var direction = memory.exp_avg * (rate / unbiased);
        if (length > 5)
        {
            var rectified = Math.Sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
            direction = direction * (Math.Sqrt(variance) * rectified) / (memory.exp_avg_sq.sqrt() + own.eps!.Value);
        }

        parameter.sub_(direction);
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
        public Tensor exp_avg_sq;

        internal State(Parameter parameter, OptimizerOptions options)
            : base(parameter)
        {
            (exp_avg, exp_avg_sq) = (Zeros(), Zeros());
        }

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(exp_avg);
            memory.Keep(exp_avg_sq);
        }
    }
}
