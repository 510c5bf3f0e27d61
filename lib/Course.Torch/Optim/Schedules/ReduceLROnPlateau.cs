namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Times factor when a watched value has not improved for a while.</summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001, string threshold_mode = "rel",
                int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-08, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps);

            public static partial class impl
            {
                /// <summary>Reacts to a watched value.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _down;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly bool _relative;
                    private readonly int _cooldown;
                    private readonly IList<double>? _least;
                    private readonly double _eps;
                    private double _best;
                    private int _bad;
                    private int _waiting;

                    internal ReduceLROnPlateau(
                        Optimizer optimizer, string mode, double factor, int patience, double threshold, string thresholdMode, int cooldown, IList<double>? least, double eps)
                        : base(optimizer, 0)
                    {
                        if (mode is not ("min" or "max") || thresholdMode is not ("rel" or "abs") || factor >= 1)
                        {
                            throw new ArgumentException($"ReduceLROnPlateau: mode '{mode}', threshold_mode '{thresholdMode}', factor {factor}; min or max, rel or abs, below 1");
                        }

                        (_down, _factor, _patience, _threshold) = (mode == "min", factor, patience, threshold);
                        (_relative, _cooldown, _least, _eps) = (thresholdMode == "rel", cooldown, least, eps);
                        _best = _down ? double.PositiveInfinity : double.NegativeInfinity;
                        Set(Times(1).ToArray());
                    }

                    public override void step() => throw new InvalidOperationException("ReduceLROnPlateau: step needs the watched value: step(loss)");

                    /// <summary>Looks at the value of this epoch.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        LastEpoch = epoch ?? LastEpoch + 1;
                        if (Better(current))
                        {
                            (_best, _bad) = (current, 0);
                        }
                        else
                        {
                            _bad++;
                        }

                        if (_waiting > 0)
                        {
                            _waiting--;
                            _bad = 0;
                        }

                        if (_bad > _patience)
                        {
                            Set(get_lr().ToArray());
                            (_waiting, _bad) = (_cooldown, 0);
                        }
                    }

                    protected override IEnumerable<double> get_lr() => Groups.Select((group, i) =>
                    {
                        var next = Math.Max(group.LearningRate * _factor, _least is null ? 0 : _least[Math.Min(i, _least.Count - 1)]);
                        return group.LearningRate - next > _eps ? next : group.LearningRate;
                    });

                    private bool Better(double value)
                    {
                        var margin = _relative ? Math.Abs(_best) * _threshold : _threshold;
                        return double.IsInfinity(_best) || (_down ? value < _best - margin : value > _best + margin);
                    }
                }
            }
        }
    }
}
