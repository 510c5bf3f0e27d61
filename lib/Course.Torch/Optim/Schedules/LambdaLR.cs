namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>First rate times a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch);

            public static partial class impl
            {
                /// <summary>First rate times a function of the epoch.</summary>
                public sealed class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double> _lr_lambda;

                    internal LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _lr_lambda = lr_lambda;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => BaseTimes(_lr_lambda(LastEpoch));
                }
            }
        }
    }
}
