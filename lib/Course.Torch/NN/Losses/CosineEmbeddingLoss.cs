using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>1 − cosine of pairs that belong together (target 1), the cosine above a margin of those that do not (target −1).</summary>
    public sealed class CosineEmbeddingLoss : nn.Module<Tensor, Tensor, Tensor, Tensor>
    {
        internal CosineEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(CosineEmbeddingLoss))
        {
            this.margin = margin;
            this.reduction = reduction;
        }

        public double margin { get; }

        public nn.Reduction reduction { get; }

        public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => torch.nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) => new(margin, reduction);
        }
    }
}
