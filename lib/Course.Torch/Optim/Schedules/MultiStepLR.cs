namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Times gamma at each milestone.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch);

            public static partial class impl
            {
                /// <summary>Times gamma at each milestone.</summary>
                public sealed class MultiStepLR : LRScheduler
                {
                    private readonly IList<int> _milestones;
                    private readonly double _gamma;

                    internal MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _milestones = milestones;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Times(Math.Pow(_gamma, _milestones.Count(m => m == LastEpoch)));

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(Math.Pow(_gamma, _milestones.Count(m => m <= LastEpoch)));
                }
            }
        }
    }
}
