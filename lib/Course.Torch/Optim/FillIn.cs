namespace TorchSharp.Modules;

/// <summary>Gives a group the optimiser's own value for each setting that it leaves open.</summary>
internal sealed class FillIn : ISettings
{
    private readonly Queue<object?> _defaults = new();
    private readonly bool _isCollecting;

    public FillIn(OptimizerOptions defaults)
    {
        _isCollecting = true;
        defaults.Each(this);
        _isCollecting = false;
    }

    public void Fill(OptimizerOptions options) => options.Each(this);

    public void Number(string name, ref double? value, double below) => Free(ref value);

    public void Free(ref double? value)
    {
        if (_isCollecting)
        {
            _defaults.Enqueue(value);
        }
        else
        {
            var own = (double?)_defaults.Dequeue();
            value ??= own;
        }
    }

    public void Flag(ref bool? value)
    {
        if (_isCollecting)
        {
            _defaults.Enqueue(value);
        }
        else
        {
            var own = (bool?)_defaults.Dequeue();
            value ??= own;
        }
    }
}
