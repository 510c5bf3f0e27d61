using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One backward pass: nodes in descending order of their numbers, from a queue, without recursion.
/// After every rule the pass's dispose scope is emptied, so that temporaries go back to the pool at once.
/// </summary>
internal sealed class Engine
{
    private static readonly object LeafGate = new();

    private readonly PriorityQueue<Node, long> _queue = new();
    private readonly Dictionary<Node, (Tensor Gradient, bool Owned)> _pending = [];
    private readonly bool _createGraph;
    private readonly bool _retainGraph;
    private readonly Node[]? _targets;
    private readonly Tensor?[] _captured;
    private DisposeScope? _scope;
    private Tensor? _incoming;

    private Engine(bool retainGraph, bool createGraph, IReadOnlyList<Tensor>? inputs)
    {
        _retainGraph = retainGraph;
        _createGraph = createGraph;
        _targets = inputs?.Select((input, i) => input.GradientEdge() ?? throw new TorchError(
            $"grad: input {i} of shape {input.ShapeText} does not require a gradient; set requires_grad before computing the output")).ToArray();
        _captured = new Tensor?[inputs?.Count ?? 0];
    }

    [field: ThreadStatic]
    public static Engine? Current { get; private set; }

    /// <summary>Sends gradients from the roots to every leaf, or, if inputs are given, only into the returned list.</summary>
    public static Tensor?[] Run(
        IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor?>? gradients, bool retainGraph, bool createGraph, IReadOnlyList<Tensor>? inputs)
    {
        var (outer, wasEnabled) = (Current, Graph.Enabled);
        using var apart = DisposeScopeManager.Separate();
        try
        {
            Graph.Enabled = createGraph;
            Current = new Engine(retainGraph, createGraph, inputs);
            Current.Seed(roots, gradients);
            Current.Drain();
            return Current._captured;
        }
        finally
        {
            Graph.Enabled = wasEnabled;
            Current = outer;
        }
    }

    /// <summary>Adds a gradient to what a node has received in this pass.</summary>
    public void Deliver(Node next, Tensor gradient)
    {
        var owned = !gradient.IsShared && !ReferenceEquals(gradient.Storage, _incoming?.Storage);
        gradient.IsShared = true;
        if (!_pending.TryGetValue(next, out var before))
        {
            // The same object must not be pending twice: each is disposed when its node is done.
            _pending.Add(next, (Keep(owned ? gradient : gradient.Twin()), owned));
            _queue.Enqueue(next, -next.Sequence);
        }
        else if (before.Owned && !_createGraph)
        {
            before.Gradient.AddInto(gradient);
        }
        else
        {
            var sum = Keep(before.Gradient + gradient);
            sum.IsShared = true;
            _pending[next] = (sum, true);
        }
    }

    /// <summary>As <see cref="Deliver"/>, for a gradient that covers only a part of the node's result.</summary>
    public void DeliverPart(Node next, Tensor gradient, long[] shape, Func<Tensor, Tensor> part)
    {
        if (!_createGraph && _pending.TryGetValue(next, out var before) && before.Owned && before.Gradient.dtype == gradient.dtype)
        {
            part(before.Gradient).AddInto(gradient);
        }
        else
        {
            Deliver(next, gradient.PlaceInto(shape, part));
        }
    }

    private void Seed(IReadOnlyList<Tensor> roots, IReadOnlyList<Tensor?>? gradients)
    {
        for (var i = 0; i < roots.Count; i++)
        {
            var edge = roots[i].GradientEdge() ?? throw new TorchError(
                $"backward: the {roots[i].ShapeText} tensor does not require a gradient and has no history; set requires_grad on a leaf before computing it");
            Deliver(edge, SeedFor(roots[i], gradients is not null && i < gradients.Count ? gradients[i] : null));
        }
    }

    private static Tensor SeedFor(Tensor root, Tensor? gradient)
    {
        if (gradient is null)
        {
            return root.Count == 1
                ? ones(root.Shape, root.dtype)
                : throw new TorchError(
                    $"backward: grad can be implicitly created only for scalar outputs; this one is {root.ShapeText}: reduce it (sum, mean) or give a gradient of its shape");
        }

        if (!gradient.Shape.AsSpan().SequenceEqual(root.Shape))
        {
            throw new TorchError($"backward: gradient {gradient.ShapeText} for a {root.ShapeText} tensor; the shapes must be equal");
        }

        var twin = gradient.Twin();
        twin.IsShared = true;
        return twin;
    }

    private void Drain()
    {
        using var scope = _scope = DisposeScopeManager.Current.Open();
        while (_queue.TryDequeue(out var node, out _))
        {
            _pending.Remove(node, out var arrived);
            var (gradient, owned) = arrived;
            var captured = Capture(node, gradient);
            if (node.Leaf is { } leaf)
            {
                if (_targets is null)
                {
                    Accumulate(leaf, gradient, owned);
                }

                continue;
            }

            RunRule(node, gradient);
            if (!captured && !_createGraph)
            {
                gradient.Dispose();
            }
        }
    }

    private void RunRule(Node node, Tensor gradient)
    {
        if (node.Retains is { } keeper)
        {
            keeper.Gradient = Keep(gradient.Copy());
        }

        _incoming = gradient;
        node.Run(gradient);
        _scope!.DisposeEverything();
        if (!_retainGraph)
        {
            node.Free();
        }
    }

    // Outlives the rule that made it.
    private Tensor Keep(Tensor tensor) => _scope?.Detach(tensor) ?? tensor;

    private bool Capture(Node node, Tensor gradient)
    {
        var captured = false;
        for (var i = 0; i < _captured.Length; i++)
        {
            if (ReferenceEquals(_targets![i], node))
            {
                _captured[i] = gradient;
                captured = true;
            }
        }

        return captured;
    }

    private void Accumulate(Tensor leaf, Tensor gradient, bool owned)
    {
        lock (LeafGate)
        {
            if (leaf.Gradient is not { IsInvalid: false } previous)
            {
                leaf.Gradient = _createGraph || (owned && gradient.IsDense) ? gradient : Keep(gradient.Copy());
                leaf.Gradient.IsShared = false;
            }
            else if (_createGraph)
            {
                leaf.Gradient = Keep(previous + gradient);
            }
            else if (owned)
            {
                previous.TakeOver(gradient);
            }
            else
            {
                previous.AddInto(gradient);
                gradient.Dispose();
            }
        }
    }
}
