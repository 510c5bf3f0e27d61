namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Back and forth between two rates in straight lines. Source: Smith 2017. Momentum goes the other way round.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular,
                double gamma = 1, Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                CyclicLR(
                    optimizer, [base_lr], [max_lr], step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, [base_momentum], [max_momentum],
                    last_epoch, verbose);

            /// <summary>The same with rates and momenta per parameter group.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, (base_lr, max_lr), (step_size_up, step_size_down > 0 ? step_size_down : step_size_up), mode, gamma, scale_fn, scale_mode,
                    cycle_momentum ? (base_momentum ?? [0.8], max_momentum ?? [0.9]) : null, last_epoch);

            public static partial class impl
            {
                /// <summary>Back and forth between two rates.</summary>
                public sealed class CyclicLR : LRScheduler
                {
                    private readonly double[] _most;
                    private readonly double _length;
                    private readonly double _rising;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesByStep;
                    private readonly (double[] Least, double[] Most)? _momentum;

                    internal CyclicLR(
                        Optimizer optimizer, (IEnumerable<double> Least, IEnumerable<double> Most) rates, (int Up, int Down) steps, Mode mode, double gamma,
                        Func<double, double>? scale, ScaleMode scaleMode, (IEnumerable<double> Least, IEnumerable<double> Most)? momentum, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        (BaseRates, _most) = (PerGroup("base_lr", rates.Least), PerGroup("max_lr", rates.Most));
                        (_length, _rising) = (steps.Up + steps.Down, steps.Up / (double)(steps.Up + steps.Down));
                        if (steps.Up < 1 || steps.Down < 0)
                        {
                            throw new ArgumentException($"CyclicLR: {steps.Up} steps up, {steps.Down} down; at least one up, and none below 0");
                        }

                        CheckMomentum(momentum is not null);
                        _momentum = momentum is { } m ? (PerGroup("base_momentum", m.Least), PerGroup("max_momentum", m.Most)) : null;
                        _scale = scale ?? mode switch
                        {
                            Mode.Triangular2 => cycle => 1 / Math.Pow(2, cycle - 1),
                            Mode.ExpRange => step => Math.Pow(gamma, step),
                            _ => _ => 1,
                        };
                        _scalesByStep = scale is null ? mode == Mode.ExpRange : scaleMode == ScaleMode.Iterations;
                        step();
                    }

                    /// <summary>What becomes of the height from cycle to cycle.</summary>
                    public enum Mode
                    {
                        Triangular = 0,
                        Triangular2 = 1,
                        ExpRange = 2,
                    }

                    /// <summary>What the scaling function is given.</summary>
                    public enum ScaleMode
                    {
                        Cycle = 0,
                        Iterations = 1,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (LastEpoch / _length));
                        var place = 1 + (LastEpoch / _length) - cycle;
                        var height = (place <= _rising ? place / _rising : (place - 1) / (_rising - 1)) * _scale(_scalesByStep ? LastEpoch : cycle);
                        if (_momentum is var (least, most))
                        {
                            for (var i = 0; i < Groups.Count; i++)
                            {
                                SetMomentum(i, most[i] - ((most[i] - least[i]) * height));
                            }
                        }

                        return BaseRates.Select((rate, i) => rate + ((_most[i] - rate) * height)).ToArray();
                    }
                }
            }
        }
    }
}
