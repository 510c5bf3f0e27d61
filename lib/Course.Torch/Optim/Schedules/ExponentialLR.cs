namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Times gamma every epoch.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch);

            public static partial class impl
            {
                /// <summary>Times gamma every epoch.</summary>
                public sealed class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    internal ExponentialLR(Optimizer optimizer, double gamma, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 ? Times(1) : Times(_gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(Math.Pow(_gamma, LastEpoch));
                }
            }
        }
    }
}
