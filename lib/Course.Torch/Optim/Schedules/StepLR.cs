namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Times gamma every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch);

            public static partial class impl
            {
                /// <summary>Times gamma every step_size epochs.</summary>
                public sealed class StepLR : LRScheduler
                {
                    private readonly int _step_size;
                    private readonly double _gamma;

                    internal StepLR(Optimizer optimizer, int step_size, double gamma, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _step_size = step_size > 0 ? step_size : throw new ArgumentException($"StepLR: step_size {step_size}; it must be at least 1");
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => LastEpoch == 0 || LastEpoch % _step_size != 0 ? Times(1) : Times(_gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => BaseTimes(Math.Pow(_gamma, LastEpoch / _step_size));
                }
            }
        }
    }
}
