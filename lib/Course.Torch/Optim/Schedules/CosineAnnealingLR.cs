namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Half a cosine wave from the first rate to eta_min in T_max epochs. Source: Loshchilov and Hutter 2017.</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch);

            public static partial class impl
            {
                /// <summary>Half a cosine wave.</summary>
                public sealed class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _length;
                    private readonly double _least;

                    internal CosineAnnealingLR(Optimizer optimizer, double length, double least, int last_epoch)
                        : base(optimizer, last_epoch)
                    {
                        _length = length > 0 ? length : throw new ArgumentException($"CosineAnnealingLR: T_max {length}; it must be above 0");
                        _least = least;
                        step();
                    }

                    // Recursive, so that it chains with others; at the turning points it starts anew.
                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Times(1);
                        }

                        if ((LastEpoch - 1 - _length) % (2 * _length) == 0)
                        {
                            return Groups.Zip(BaseRates, (group, first) =>
                                group.LearningRate + ((first - _least) * (1 - Math.Cos(Math.PI / _length)) / 2));
                        }

                        var ratio = (1 + Math.Cos(Math.PI * LastEpoch / _length)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _length));
                        return Groups.Select(group => (ratio * (group.LearningRate - _least)) + _least);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(first => _least + ((first - _least) * (1 + Math.Cos(Math.PI * LastEpoch / _length)) / 2));
                }
            }
        }
    }
}
