using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Steps divided by the root of a running mean of squared gradients.</summary>
public sealed class RMSProp : OptimizerHelper, optim.IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : base(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize }, parameters)
    {
    }

    public double Momentum
    {
        get => First<Options>().momentum ?? 0;
        set => ForAll<Options>(options => options.momentum = value);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter, (Options)options);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        memory.step++;
        using var scope = NewDisposeScope();
        var g = own.maximize == true ? -gradient : gradient;
        g = own.weight_decay != 0 ? g + (parameter * own.weight_decay!.Value) : g;
        memory.square_avg.mul_(own.alpha!.Value).add_(g * g * (1 - own.alpha.Value));
        var mean = memory.square_avg;
        if (memory.grad_avg is { } average)
        {
            average.mul_(own.alpha.Value).add_(g * (1 - own.alpha.Value));
            mean = mean - (average * average);
        }

        var scaled = g / (mean.sqrt() + own.eps!.Value);
        if (own.momentum > 0)
        {
            // A schedule may turn momentum on long after the first step.
            var buffer = memory.momentum_buffer ??= zeros_like(parameter).DetachFromDisposeScope();
            scaled = buffer.mul_(own.momentum!.Value).add_(scaled);
        }

        parameter.sub_(scaled * own.LearningRate!.Value);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public double? momentum;
        public bool? centered;
        public bool? maximize;

        internal override void Each(ISettings settings)
        {
            settings.Flag(ref maximize);
            settings.Number("momentum", ref momentum);
            settings.Number("alpha", ref alpha);
            settings.Number("eps", ref eps);
            settings.Number("weight_decay", ref weight_decay);
            settings.Flag(ref centered);
        }
    }

    /// <summary>A group of parameters with settings of its own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double eps = 1e-08, double alpha = 0.99, double weight_decay = 0, double momentum = 0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }

    /// <summary>Running means of the squared gradient and, if wanted, of the gradient and the steps.</summary>
    public sealed class State : OptimizerState
    {
        public long step;
        public Tensor square_avg;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            square_avg = Zeros();
            momentum_buffer = options.momentum > 0 ? Zeros() : null;
            grad_avg = options.centered == true ? Zeros() : null;
        }

        internal override void Each(IMemory memory)
        {
            memory.Count(ref step);
            memory.Keep(square_avg);
            memory.Optional(ref momentum_buffer);
            memory.Optional(ref grad_avg);
        }
    }
}
