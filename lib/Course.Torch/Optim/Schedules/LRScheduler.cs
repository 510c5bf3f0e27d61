namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of every group, once when made and again at each step.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;
                private readonly ILearningRateController[] _groups;
                private double[] _last = [];

                private protected LRScheduler(Optimizer? optimizer, int last_epoch = -1)
                {
                    Optimizer = optimizer;
                    _groups = optimizer?.ParamGroups.ToArray() ?? [];
                    // The first schedule of an optimiser takes the rate as it stands; later ones start from the same.
                    if (last_epoch == -1 && optimizer is { IsScheduled: false })
                    {
                        optimizer.IsScheduled = true;
                        foreach (var group in _groups)
                        {
                            group.InitialLearningRate = group.LearningRate;
                        }
                    }

                    LastEpoch = last_epoch;
                    BaseRates = Array.ConvertAll(_groups, group => group.InitialLearningRate);
                }

                internal Optimizer? Optimizer { get; }

                internal int LastEpoch { get; set; }

                private protected double[] BaseRates { get; set; }

                private protected IReadOnlyList<ILearningRateController> Groups => _groups;

                /// <summary>To the next epoch. Call it after the optimiser's step.</summary>
                public virtual void step() => step((int?)null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    Set((epoch is null ? get_lr() : get_closed_form_lr()).ToArray());
                }

                /// <summary>For schedules that watch a value: here the value is not looked at.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => _last;

                /// <summary>The rates of this epoch, from those before.</summary>
                protected abstract IEnumerable<double> get_lr();

                /// <summary>The rates of an epoch named outright.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected void Set(double[] rates)
                {
                    for (var i = 0; i < _groups.Length; i++)
                    {
                        _groups[i].LearningRate = rates[i];
                    }

                    _last = rates;
                }

                /// <summary>One number per group: those given, or one number for all.</summary>
                /// <exception cref="ArgumentException">There are other numbers of values and of groups.</exception>
                private protected double[] PerGroup(string name, IEnumerable<double> values)
                {
                    var given = values.ToArray();
                    return given.Length == 1 && _groups.Length > 1 ? Enumerable.Repeat(given[0], _groups.Length).ToArray()
                        : given.Length == _groups.Length ? given
                        : throw new ArgumentException($"{GetType().Name}: {given.Length} values of {name} for {_groups.Length} parameter groups; give one for each");
                }

                /// <summary>A schedule can turn momentum, or Adam's first decay rate, only where every group has one.</summary>
                private protected void CheckMomentum(bool wanted)
                {
                    if (wanted && _groups.FirstOrDefault(group => group is not (IMomentum or IBetas)) is not null)
                    {
                        throw new ArgumentException($"{GetType().Name}: {Optimizer?.GetType().Name} has no momentum to turn; give cycle_momentum: false");
                    }
                }

                private protected void SetMomentum(int group, double value)
                {
                    if (_groups[group] is IBetas betas)
                    {
                        betas.Betas = (value, betas.Betas.Item2);
                    }
                    else if (_groups[group] is IMomentum momentum)
                    {
                        momentum.Momentum = value;
                    }
                }

                /// <summary>Current rates, each times a factor.</summary>
                private protected IEnumerable<double> Times(double factor) => _groups.Select(group => group.LearningRate * factor);

                /// <summary>First rates, each times a factor.</summary>
                private protected IEnumerable<double> BaseTimes(double factor) => BaseRates.Select(rate => rate * factor);
            }
        }
    }
}
