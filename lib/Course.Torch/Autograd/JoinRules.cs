namespace TorchSharp;

/// <summary>Gradients of joined tensors: each part gets its piece.</summary>
internal static class JoinRules
{
    public static GradientRule Cat(int dim) => (node, g) =>
    {
        var start = 0L;
        for (var i = 0; i < node.InputCount; i++)
        {
            var size = node.ShapeOf(i)[dim];
            if (node.Needs(i))
            {
                node.Pass(i, g.narrow(dim, start, size));
            }

            start += size;
        }
    };
}
