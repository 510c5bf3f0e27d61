using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What norms with running statistics have in common.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    protected NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        if (affine)
        {
            ConditionallyRegisterParameter("weight", _weight = new Parameter(ones([num_features], dtype, device)));
            ConditionallyRegisterParameter("bias", _bias = new Parameter(zeros([num_features], dtype, device)));
        }

        if (track_running_stats)
        {
            ConditionallyRegisterBuffer("running_mean", running_mean = zeros([num_features], dtype, device));
            ConditionallyRegisterBuffer("running_var", running_var = ones([num_features], dtype, device));
            ConditionallyRegisterBuffer("num_batches_tracked", num_batches_tracked = zeros([], ScalarType.Int64));
        }
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter("weight", _weight = value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter("bias", _bias = value);
    }

    public Tensor? running_mean { get; set; }

    public Tensor? running_var { get; set; }

    public Tensor? num_batches_tracked { get; set; }

    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            nn.init.ones_(_weight!);
            nn.init.zeros_(_bias!);
        }
    }

    internal override string Settings() => $"{num_features}, eps={SettingText(eps)}, momentum={SettingText(momentum)}, affine={SettingText(affine)}, track_running_stats={SettingText(track_running_stats)}";

    protected abstract void ValidateInputDimensions(Tensor input);

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (training && track_running_stats)
        {
            num_batches_tracked!.add_(1);
        }

        return nn.functional.batch_norm(
            input, running_mean, running_var, _weight, _bias, training || !track_running_stats, momentum ?? 1.0 / Math.Max(1, num_batches_tracked?.item<long>() ?? 1), eps);
    }
}
