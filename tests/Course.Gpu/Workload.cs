using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Gpu;

/// <summary>A network of the course, with what it learns from.</summary>
/// <param name="Name">The network and its notebook.</param>
/// <param name="BatchSize">Examples a step.</param>
/// <param name="Make">Device → one training, from the same seed each time.</param>
internal sealed record Workload(string Name, int BatchSize, Func<torch.Device, Training> Make);

/// <summary>A network that learns.</summary>
/// <param name="Net">(N, …) → (…, classes), raw scores.</param>
/// <param name="Optimizer">Of its parameters.</param>
/// <param name="Batch">Number of the step → inputs and labels, on the network's device.</param>
internal sealed record Training(Module<Tensor, Tensor> Net, optim.Optimizer Optimizer, Func<int, (Tensor X, Tensor Y)> Batch)
{
    /// <summary>One step, as the notebooks take it.</summary>
    /// <returns>The loss before it, nats; waiting for it waits for the device.</returns>
    public double Step(int number)
    {
        using var scope = NewDisposeScope();
        var (x, y) = Batch(number);
        var loss = functional.cross_entropy(Net.call(x), y);
        Optimizer.zero_grad();
        loss.backward();
        Optimizer.step();
        return loss.item<float>();
    }
}
