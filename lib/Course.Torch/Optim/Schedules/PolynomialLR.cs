namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Down to 0 as (1 − epoch / total_iters) to a power.</summary>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch);

            public static partial class impl
            {
                /// <summary>Down to 0 as (1 − epoch / total_iters) to a power.</summary>
                public sealed class PolynomialLR : LRScheduler
                {
                    private readonly int _total_iters;
                    private readonly double _power;

                    internal PolynomialLR(Optimizer optimizer, int total_iters, double power, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 || LastEpoch > _total_iters ? Times(1) : Times(Math.Pow((1 - (LastEpoch / (double)_total_iters)) / (1 - ((LastEpoch - 1) / (double)_total_iters)), _power));

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(Math.Pow(1 - (Math.Min(_total_iters, LastEpoch) / (double)_total_iters), _power));
                }
            }
        }
    }
}
