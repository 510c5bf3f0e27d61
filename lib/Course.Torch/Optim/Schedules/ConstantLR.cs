namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>A fraction of the first rate until total_iters, then the whole.</summary>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch);

            public static partial class impl
            {
                /// <summary>A fraction of the first rate until total_iters, then the whole.</summary>
                public sealed class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    internal ConstantLR(Optimizer optimizer, double factor, int total_iters, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 ? Times(_factor) : LastEpoch == _total_iters ? Times(1 / _factor) : Times(1);

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(LastEpoch >= _total_iters ? 1 : _factor);
                }
            }
        }
    }
}
