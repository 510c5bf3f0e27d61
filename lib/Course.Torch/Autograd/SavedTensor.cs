using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor kept for backward: its own claim on the storage, and the version it must still have then.</summary>
internal sealed class SavedTensor
{
    private readonly Tensor _tensor;
    private readonly Storage _storage;
    private readonly Node? _edge;
    private readonly int _version;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long _offset;
    private readonly ScalarType _type;

    public SavedTensor(Tensor tensor)
    {
        _tensor = tensor;
        _storage = tensor.Storage.Share();
        _version = _storage.Version;
        _edge = tensor.GradientEdge();
        _shape = tensor.Shape;
        _strides = tensor.Strides;
        _offset = tensor.Offset;
        _type = tensor.dtype;
    }

    public Tensor Unpack(string op)
    {
        if (_storage.Version != _version)
        {
            throw new TorchError(
                $"{op}: one of the variables needed for gradient computation has been modified by an inplace operation: " +
                $"a {Layout.Text(_shape)} tensor is at version {_storage.Version}, saved at {_version}; use the out-of-place variant, or clone first");
        }

        var unchanged = !_tensor.IsInvalid && ReferenceEquals(_tensor.Shape, _shape);
        return unchanged && (!Graph.Enabled || ReferenceEquals(_tensor.GradientEdge(), _edge))
            ? _tensor
            : Tensor.Linked(new Tensor(_storage.Share(), _shape, _strides, _offset, _type), _edge);
    }

    public void Free() => _storage.Release();
}
