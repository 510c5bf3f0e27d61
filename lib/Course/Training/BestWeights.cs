using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>Remembers the weights of the best epoch, so that a run may go on and be taken back: early stopping.</summary>
/// <remarks>Keeps one copy of the network's parameters and buffers, on its device.</remarks>
public sealed class BestWeights : IDisposable
{
    private readonly nn.Module _net;
    private Dictionary<string, Tensor> _copy = [];

    private BestWeights(nn.Module net) => _net = net;

    /// <summary>The epoch whose weights are kept; 0 before the first <see cref="Offer"/>.</summary>
    public int Epoch { get; private set; }

    /// <summary>Its loss; infinite before the first <see cref="Offer"/>.</summary>
    public double Loss { get; private set; } = double.PositiveInfinity;

    /// <summary>Begins with nothing kept.</summary>
    /// <param name="net">The network in training.</param>
    public static BestWeights Of(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        return new(net);
    }

    /// <summary>Copies the weights as they are now, if the loss is lower than any before; of equal ones the first is kept.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="loss">On data that the network does not learn from; NaN is never the best.</param>
    public void Offer(int epoch, double loss)
    {
        if (!(loss < Loss))
        {
            return;
        }

        Dispose();
        (Epoch, Loss) = (epoch, loss);
        using var quiet = no_grad();
        _copy = _net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>Puts the kept weights back into the network.</summary>
    /// <exception cref="InvalidOperationException">Nothing was kept.</exception>
    public void Restore()
    {
        if (_copy.Count == 0)
        {
            throw new InvalidOperationException("BestWeights: nothing is kept; call Offer(epoch, loss) after each epoch, with a loss that is a number.");
        }

        using var quiet = no_grad();
        _net.load_state_dict(_copy);
    }

    /// <summary>Frees the copy.</summary>
    public void Dispose()
    {
        foreach (var tensor in _copy.Values)
        {
            tensor.Dispose();
        }

        _copy = [];
    }
}
