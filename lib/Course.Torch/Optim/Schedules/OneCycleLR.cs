namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Up to max_lr and down again within one run; momentum the other way round. Source: Smith and Topin 2018.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                OneCycleLR(
                    optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, [base_momentum], [max_momentum],
                    div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>The same with rates and momenta per parameter group.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, Total(total_steps, epochs, steps_per_epoch), pct_start, anneal_strategy, cycle_momentum,
                    (base_momentum ?? [0.85], max_momentum ?? [0.95]), (div_factor, final_div_factor), three_phase, last_epoch);

            private static int Total(int total, int epochs, int stepsPerEpoch) =>
                total > 0 ? total : epochs > 0 && stepsPerEpoch > 0 ? epochs * stepsPerEpoch : 0;

            public static partial class impl
            {
                /// <summary>Up and down again within one run.</summary>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly int _total;
                    private readonly AnnealStrategy _strategy;
                    private readonly bool _cycleMomentum;
                    private readonly double[] _most;
                    private readonly double[] _first;
                    private readonly double[] _final;
                    private readonly (double End, int From, int To)[] _phases;
                    private readonly (double[] Least, double[] Most) _momentum;

                    internal OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> most, int total, double part, AnnealStrategy strategy, bool cycleMomentum,
                        (IEnumerable<double> Least, IEnumerable<double> Most) momentum, (double First, double Final) divisors, bool threePhase, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        if (total <= 0 || part is < 0 or > 1)
                        {
                            throw new ArgumentException($"OneCycleLR: {total} steps with {part} of them rising; give total_steps, or epochs and steps_per_epoch, and pct_start in [0, 1]");
                        }

                        (_total, _strategy, _most) = (total, strategy, PerGroup("max_lr", most));
                        _momentum = (PerGroup("base_momentum", momentum.Least), PerGroup("max_momentum", momentum.Most));
                        _cycleMomentum = cycleMomentum;
                        CheckMomentum(cycleMomentum);
                        _first = Array.ConvertAll(_most, rate => rate / divisors.First);
                        _final = Array.ConvertAll(_first, rate => rate / divisors.Final);
                        var rise = (part * total) - 1;
                        _phases = threePhase
                            ? [(rise, 0, 1), ((2 * rise) + 0, 1, 0), (total - 1, 0, 2)]
                            : [(rise, 0, 1), (total - 1, 1, 2)];
                        step();
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        Cos = 0,
                        Linear = 1,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch > _total)
                        {
                            throw new InvalidOperationException($"OneCycleLR: step {LastEpoch} of {_total}; the cycle is over");
                        }

                        var (phase, share) = Position();
                        if (_cycleMomentum)
                        {
                            for (var i = 0; i < Groups.Count; i++)
                            {
                                var (from, to) = ((phase.From == 1 ? _momentum.Least : _momentum.Most)[i], (phase.To == 1 ? _momentum.Least : _momentum.Most)[i]);
                                SetMomentum(i, Between(from, to, share));
                            }
                        }

                        return Enumerable.Range(0, Groups.Count).Select(i => Between(Level(phase.From, i), Level(phase.To, i), share)).ToArray();
                    }

                    private ((double End, int From, int To) Phase, double Share) Position()
                    {
                        var start = 0.0;
                        foreach (var phase in _phases)
                        {
                            if (LastEpoch <= phase.End || phase.Equals(_phases[^1]))
                            {
                                return (phase, (LastEpoch - start) / (phase.End - start));
                            }

                            start = phase.End;
                        }

                        return (_phases[^1], 1);
                    }

                    private double Level(int which, int group) => which switch { 0 => _first[group], 1 => _most[group], _ => _final[group] };

                    private double Between(double from, double to, double share) => _strategy == AnnealStrategy.Linear
                        ? ((to - from) * share) + from
                        : to + ((from - to) / 2 * (Math.Cos(Math.PI * share) + 1));
                }
            }
        }
    }
}
