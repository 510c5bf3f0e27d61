using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Turns the gradient of an operation's result into gradients of its inputs, by <see cref="Node.Pass"/>.</summary>
internal delegate void GradientRule(Node node, Tensor gradient);

/// <summary>
/// One recorded operation: its rule, what the rule needs, and whom to tell. Each node has one output.
/// A node is numbered when it is made, and every input was made before: descending numbers are a topological order.
/// </summary>
internal sealed class Node
{
    private static long _made;

    private readonly GradientRule _rule;
    private readonly Node?[] _next;
    private readonly long[][] _shapes;
    private readonly ScalarType[] _types;
    private SavedTensor[]? _saved = [];

    public Node(string name, GradientRule rule, ReadOnlySpan<Tensor> inputs)
    {
        Name = name;
        Sequence = Interlocked.Increment(ref _made);
        _rule = rule;
        _next = new Node?[inputs.Length];
        _shapes = new long[inputs.Length][];
        _types = new ScalarType[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            _next[i] = inputs[i].GradientEdge();
            _shapes[i] = inputs[i].Shape;
            _types[i] = inputs[i].dtype;
        }
    }

    private Node(Tensor leaf)
    {
        Name = "accumulate";
        Leaf = leaf;
        _rule = static (_, _) => { };
        _next = [];
        _shapes = [];
        _types = [];
    }

    public string Name { get; }

    /// <summary>0 for leaves: they come after everything else.</summary>
    public long Sequence { get; }

    /// <summary>The leaf whose gradient this node gathers; null inside the graph.</summary>
    public Tensor? Leaf { get; }

    /// <summary>A result inside the graph whose owner asked to see its gradient.</summary>
    public Tensor? Retains { get; set; }

    public static Node ForLeaf(Tensor leaf) => new(leaf);

    /// <summary>Keeps tensors for the rule. Called once the node hangs on its result, so that the result itself may be among them.</summary>
    public void Save(ReadOnlySpan<Tensor> tensors)
    {
        _saved = new SavedTensor[tensors.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            _saved[i] = new SavedTensor(tensors[i]);
        }
    }

    /// <summary>Whether the input's gradient is wanted at all.</summary>
    public bool Needs(int input) => _next[input] is not null;

    public int InputCount => _next.Length;

    public long[] ShapeOf(int input) => _shapes[input];

    /// <summary>A tensor saved for the rule, checked against in-place writes since.</summary>
    public Tensor Saved(int index) => _saved is null ? throw FreedTwice() : _saved[index].Unpack(Name);

    /// <summary>Sends an input its gradient: summed over broadcast dimensions and converted to the input's type.</summary>
    public void Pass(int input, Tensor gradient)
    {
        if (_next[input] is not { } next)
        {
            return;
        }

        var fitted = gradient.SumTo(_shapes[input]);
        Engine.Current!.Deliver(next, fitted.dtype == _types[input] ? fitted : fitted.to_type(_types[input]));
    }

    /// <summary>Sends an input the gradient of a part of it: added in place where the whole already waits, else to zeros.</summary>
    public void PassPart(int input, Tensor gradient, Func<Tensor, Tensor> part)
    {
        if (_next[input] is { } next)
        {
            Engine.Current!.DeliverPart(next, gradient, _shapes[input], part);
        }
    }

    public void Run(Tensor gradient) => _rule(this, gradient);

    /// <summary>Lets go of saved tensors after the last pass.</summary>
    public void Free()
    {
        if (_saved is { Length: > 0 } saved)
        {
            _saved = null;
            foreach (var tensor in saved)
            {
                tensor.Free();
            }
        }
    }

    private TorchError FreedTwice() => new(
        $"{Name}: Trying to backward through the graph a second time: the saved values were freed after the first pass; give that pass retain_graph: true");
}
