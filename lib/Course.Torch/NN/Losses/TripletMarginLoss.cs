using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>How much nearer the negative is to the anchor than the positive, and a margin.</summary>
    public sealed class TripletMarginLoss : nn.Module<Tensor, Tensor, Tensor, Tensor>
    {
        public TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(TripletMarginLoss))
        {
            this.margin = margin;
            this.reduction = reduction;
            this.p = p;
            this.eps = eps;
            this.swap = swap;
        }

        public double margin { get; }

        public nn.Reduction reduction { get; }

        public long p { get; }

        public double eps { get; }

        public bool swap { get; }

        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3) => torch.nn.functional.triplet_margin_loss(input1, input2, input3, margin, p, eps, swap, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TripletMarginLoss TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) => new(margin, p, eps, swap, reduction);
        }
    }
}
