using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: all but where weight decay acts.</summary>
public abstract class AdamBase : OptimizerHelper, optim.IBetas
{
    private protected AdamBase(OptimizerOptions defaults, IEnumerable<ParamGroup> parameters)
        : base(defaults, parameters)
    {
    }

    public (double, double) Betas
    {
        get => (First<Adam.Options>().beta1 ?? 0, First<Adam.Options>().beta2 ?? 0);
        set => ForAll<Adam.Options>(options => (options.beta1, options.beta2) = value);
    }

    private protected override void Update(Parameter parameter, Tensor gradient, OptimizerState state, OptimizerOptions options)
    {
        var (own, memory) = ((Adam.Options)options, (Adam.State)state);
        var t = ++memory.step;
        var (beta1, beta2, rate) = (own.beta1!.Value, own.beta2!.Value, own.LearningRate!.Value);
        var (joined, kept) = Decay(own.weight_decay ?? 0, rate);
        var numbers = new OptimizerKernels.AdamNumbers(
            beta1, beta2, rate / (1 - Math.Pow(beta1, t)), Math.Sqrt(1 - Math.Pow(beta2, t)), own.eps!.Value, joined, kept, own.maximize == true ? -1 : 1);
        Updates.Adam(parameter, gradient, memory.exp_avg, memory.exp_avg_sq, memory.max_exp_avg_sq, numbers);
    }

    /// <summary>The share of the weights that joins the gradient, and the share of the weights that stays.</summary>
    private protected abstract (double Joined, double Kept) Decay(double weight_decay, double rate);
}
