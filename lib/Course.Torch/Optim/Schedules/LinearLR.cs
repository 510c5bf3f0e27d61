namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>From one fraction of the first rate to another, in equal steps.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch);

            public static partial class impl
            {
                /// <summary>From one fraction of the first rate to another, in equal steps.</summary>
                public sealed class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    internal LinearLR(Optimizer optimizer, double start_factor, double end_factor, int total_iters, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 ? Times(_start_factor) : LastEpoch > _total_iters ? Times(1) : Times(1 + ((_end_factor - _start_factor) / ((_total_iters * _start_factor) + ((LastEpoch - 1) * (_end_factor - _start_factor)))));

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(_start_factor + ((_end_factor - _start_factor) * Math.Min(_total_iters, LastEpoch) / _total_iters));
                }
            }
        }
    }
}
