namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Each time multiplied by a function of the epoch.</summary>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch);

            public static partial class impl
            {
                /// <summary>Each time multiplied by a function of the epoch.</summary>
                public sealed class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double> _lr_lambda;

                    internal MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _lr_lambda = lr_lambda;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch > 0 ? Times(_lr_lambda(LastEpoch)) : Times(1);
                }
            }
        }
    }
}
