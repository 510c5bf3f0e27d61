namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>One schedule after another; the next starts at each milestone.</summary>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers.ToArray(), milestones.ToArray(), last_epoch);

            /// <summary>Several schedules at once: each multiplies what the one before left.</summary>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers.ToArray());

            public static partial class impl
            {
                /// <summary>One schedule after another.</summary>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    internal SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        if (milestones.Length != schedulers.Length - 1)
                        {
                            throw new ArgumentException($"SequentialLR: {milestones.Length} milestones for {schedulers.Length} schedules; one fewer than schedules");
                        }

                        if (schedulers.Any(schedule => !ReferenceEquals(schedule.Optimizer, optimizer)))
                        {
                            throw new ArgumentException("SequentialLR: a schedule of another optimizer; make each with the one given here");
                        }

                        (_schedulers, _milestones) = (schedulers, milestones);
                        LastEpoch = last_epoch + 1;

                        // Making the schedules stepped each of them: undo that, then let the first begin.
                        Set(BaseRates);
                        foreach (var scheduler in schedulers)
                        {
                            scheduler.LastEpoch--;
                        }

                        schedulers[0].step();
                    }

                    public override void step()
                    {
                        _step_count++;
                        LastEpoch++;
                        var current = _milestones.Count(milestone => milestone <= LastEpoch);
                        if (current > 0 && _milestones[current - 1] == LastEpoch)
                        {
                            _schedulers[current].step(0);
                        }
                        else
                        {
                            _schedulers[current].step();
                        }

                        Set(_schedulers[current].get_last_lr().ToArray());
                    }

                    protected override IEnumerable<double> get_lr() => Times(1);
                }

                /// <summary>Several schedules at once.</summary>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    internal ChainedLR(LRScheduler[] schedulers)
                        : base(schedulers.Length > 0 ? schedulers[0].Optimizer : throw new ArgumentException("ChainedLR: no schedules"), 0)
                    {
                        _schedulers = schedulers;
                        Set(Times(1).ToArray());
                    }

                    public override void step()
                    {
                        _step_count++;
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.step();
                        }

                        Set(Times(1).ToArray());
                    }

                    protected override IEnumerable<double> get_lr() => Times(1);
                }
            }
        }
    }
}
