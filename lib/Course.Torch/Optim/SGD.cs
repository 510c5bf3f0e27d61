using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradient descent with momentum, dampening, Nesterov's variant and weight decay.</summary>
public sealed class SGD : OptimizerHelper, optim.IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : base(new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize }, parameters)
    {
        if (nesterov && (momentum <= 0 || dampening != 0))
        {
            throw new ArgumentException($"SGD: nesterov needs momentum above 0 and no dampening; momentum is {momentum}, dampening {dampening}");
        }
    }

    public double Momentum
    {
        get => First<Options>().momentum ?? 0;
        set => ForAll<Options>(options => options.momentum = value);
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Options)options, (State)state);
        var first = memory.momentum_buffer is null;
        if (own.momentum != 0)
        {
            memory.momentum_buffer ??= zeros_like(parameter).DetachFromDisposeScope();
        }

        Updates.Sgd(
            parameter, gradient, own.momentum != 0 ? memory.momentum_buffer : null, first, own.LearningRate!.Value, own.momentum!.Value, own.dampening!.Value,
            own.weight_decay!.Value, own.nesterov == true, own.maximize == true ? -1 : 1);
    }

    /// <summary>Settings of a group.</summary>
    public sealed class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal override void Each(ISettings settings)
        {
            settings.Number("momentum", ref momentum);
            settings.Free(ref dampening);
            settings.Number("weight_decay", ref weight_decay);
            settings.Flag(ref nesterov);
            settings.Flag(ref maximize);
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

        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        public double Momentum
        {
            get => Options.momentum ?? 0;
            set => Options.momentum = value;
        }
    }

    /// <summary>The running sum of gradients.</summary>
    public sealed class State : OptimizerState
    {
        public Tensor? momentum_buffer;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override void Each(IMemory memory) => memory.Optional(ref momentum_buffer);
    }
}
