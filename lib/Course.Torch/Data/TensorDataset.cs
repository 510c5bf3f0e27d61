using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors side by side: example i is entry i of each.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0 || tensors.Any(t => t.ndim == 0 || t.shape[0] != tensors[0].shape[0]))
        {
            throw new ArgumentException(
                $"TensorDataset: {string.Join(" and ", tensors.Select(t => Layout.Text(t.shape)))}; give at least one tensor, all with the same first size");
        }

        // Own names for the same memory: the caller may dispose his.
        _tensors = Array.ConvertAll(tensors, t => t.alias().DetachFromDisposeScope());
    }

    public override long Count => _tensors[0].shape[0];

    public IList<Tensor> this[long index] => GetTensor(index);

    public override IList<Tensor> GetTensor(long index) => Array.ConvertAll(_tensors, t => t.select(0, index));

    /// <summary>Several examples stacked, in one copy per tensor.</summary>
    internal IList<Tensor> GetBatch(long[] indices)
    {
        var rows = tensor(indices);
        return Array.ConvertAll(_tensors, t => t.index_select(0, rows));
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var tensor in _tensors)
        {
            tensor.Dispose();
        }

        base.Dispose(disposing);
    }
}
