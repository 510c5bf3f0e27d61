using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private bool _requiresGrad;
        private Node? _gradFn;
        private Node? _accumulator;
        private Tensor? _gradient;
        private Tensor? _base;
        private int _epoch;
        private int _baseEpoch;

        /// <summary>True for a watched leaf and for whatever was computed from one.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Set to true on an integer or bool tensor, or changed inside a graph.</exception>
        public bool requires_grad
        {
            get
            {
                _ = Storage;
                return _requiresGrad || GradFn is not null;
            }

            set
            {
                if (value && !_dtype.IsFloating())
                {
                    throw new TorchError($"requires_grad: only floating-point tensors can have gradients, this one is {_dtype}; convert it first: t.to(float32)");
                }

                if (!value && GradFn is not null)
                {
                    throw new TorchError("requires_grad: only a leaf's flag can be changed; use detach() to step out of the graph");
                }

                _requiresGrad = value && GradFn is null;
            }
        }

        /// <summary>Not the result of a recorded operation.</summary>
        public bool is_leaf => GradFn is null;

        /// <summary>The gathered gradient of a leaf, or null before the first backward.</summary>
        public Tensor? grad
        {
            get
            {
                _ = Storage;
                return Gradient;
            }

            set
            {
                if (value is not null && !value.Shape.AsSpan().SequenceEqual(Shape))
                {
                    throw new TorchError($"grad: {value.ShapeText} for a {ShapeText} tensor; the shapes must be equal");
                }

                Gradient = value;
            }
        }

        /// <summary>Kept by the leaf, which its other handles ask.</summary>
        internal Tensor? Gradient
        {
            get => Owner._gradient;
            set => Owner._gradient = value;
        }

        /// <summary>Handed to more than one reader: not to be written in place by the engine.</summary>
        internal bool IsShared { get; set; }

        /// <summary>The node that made this tensor. A view asks its base anew after the base was written through another view.</summary>
        internal Node? GradFn
        {
            get
            {
                if (_base is not null && _baseEpoch != _base._epoch)
                {
                    RelinkToBase(_base);
                }

                return _gradFn;
            }
        }

        /// <summary>Computes the gradient of this tensor with respect to every watched leaf and adds it to their <see cref="grad"/>.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">Not a scalar, no history, or the graph was already used and freed.</exception>
        public void backward() => Engine.Run([this], null, retainGraph: false, createGraph: false, null);

        /// <inheritdoc cref="backward()"/>
        /// <param name="grad_tensors">One gradient of this tensor's shape; needed unless it has one element.</param>
        /// <param name="retain_graph">Keep the saved values for another pass.</param>
        /// <param name="create_graph">Record the pass itself, for higher derivatives.</param>
        /// <param name="inputs">Only these leaves receive their gradient.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Keeps the gradient of a tensor inside the graph.</summary>
        public void retain_grad()
        {
            if (GradFn is { } node)
            {
                node.Retains = this;
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The same values, outside the graph. Shares memory.</summary>
        public Tensor detach() => Window(Shape, _strides, _offset);

        public Tensor detach_()
        {
            _gradFn = null;
            _base = null;
            _requiresGrad = false;
            _epoch++;
            return this;
        }

        internal static Tensor Linked(Tensor tensor, Node? edge)
        {
            if (edge?.Leaf is not null)
            {
                tensor._requiresGrad = true;
                tensor._accumulator = edge;
            }
            else
            {
                tensor._gradFn = edge;
            }

            return tensor;
        }

        internal void Attach(Node node) => _gradFn = node;

        /// <summary>Where this tensor's gradient goes; null if nobody wants it.</summary>
        internal Node? GradientEdge() => GradFn ?? (_requiresGrad ? _accumulator ??= Node.ForLeaf(this) : null);

        /// <summary>The same window, same history, another object.</summary>
        internal Tensor Twin() => Linked(Window(Shape, _strides, _offset), GradientEdge());

        /// <summary>As <see cref="Twin"/>, with a life of its own: disposing either leaves the other, and a write through one reaches the history of both.</summary>
        internal Tensor NewHandle()
        {
            var handle = Twin();
            handle._base = _base ?? this;
            handle._baseEpoch = handle._base._epoch;
            return handle;
        }

        /// <summary>A view that knows its base, so that a write through it reaches the base's history.</summary>
        internal Tensor View(long[] shape, long[] strides, long offset, GradientRule rule, [CallerMemberName] string op = "")
        {
            var view = Window(shape, strides, offset);
            view._base = _base ?? this;
            view._baseEpoch = view._base._epoch;
            return Graph.Record(view, rule, [this], default, op);
        }

        /// <summary>Refuses what would make gradients wrong: overwriting a watched leaf, or one element under many indices.</summary>
        internal void CheckWritable(string op)
        {
            if (Graph.Enabled && _requiresGrad)
            {
                throw new TorchError($"{op}: a leaf that requires grad is being used in an in-place operation; wrap the update in torch.no_grad()");
            }

            if (Graph.Enabled && _base is { _requiresGrad: true })
            {
                throw new TorchError($"{op}: a view of a leaf that requires grad is being used in an in-place operation; wrap the update in torch.no_grad()");
            }

            for (var d = 0; d < _shape.Length; d++)
            {
                if (_strides[d] == 0 && _shape[d] > 1)
                {
                    throw new TorchError($"{op}: an expanded {ShapeText} tensor shares one element under many indices; clone() it before writing");
                }
            }
        }

        /// <summary>After an in-place write whose result has the history of <paramref name="value"/>.</summary>
        internal Tensor Rebase(Tensor value)
        {
            if (Graph.Enabled && (requires_grad || value.requires_grad))
            {
                if (_base is { } root)
                {
                    root._gradFn = new Node("copy_slices", ViewRules.WriteThrough(this, root), [root, value]);
                    root._epoch++;
                }
                else
                {
                    _gradFn = value.GradientEdge();
                    if (_gradFn?.Leaf is not null)
                    {
                        _gradFn = new Node("copy_", static (node, g) => node.Pass(0, g), [value]);
                    }

                    _epoch++;
                }
            }

            return this;
        }

        private Tensor Owner => _accumulator?.Leaf ?? this;

        private void RelinkToBase(Tensor root)
        {
            _baseEpoch = root._epoch;
            _gradFn = root.GradientEdge() is null ? null : new Node("as_strided", ViewRules.Window(this, root), [root]);
        }
    }
}
