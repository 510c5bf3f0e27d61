namespace TorchSharp;

/// <summary>The open scopes of one thread and what happened in them.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The innermost scope belongs to whoever opened it.")]
public sealed class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? _current;

    private DisposeScope? _innermost;

    public static ThreadDisposeScopeStatistics Statistics => Current.Count;

    internal static DisposeScopeManager Current => _current ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics Count { get; } = new();

    internal DisposeScope? Innermost => _innermost;

    internal DisposeScope Open() => _innermost = new DisposeScope(this, _innermost);

    internal void Close(DisposeScope scope)
    {
        for (var open = _innermost; open is not null; open = open.Outer)
        {
            if (ReferenceEquals(open, scope))
            {
                _innermost = scope.Outer;
                return;
            }
        }
    }

    /// <summary>Until disposed, this thread's tensors belong to no scope of the caller's and are not counted.</summary>
    internal static IDisposable Separate()
    {
        var outer = Current;
        _current = new DisposeScopeManager();
        return new Restore(outer);
    }

    /// <summary>Counts a new tensor and gives it to the innermost scope.</summary>
    internal void Register(torch.Tensor tensor)
    {
        if (_innermost is { } scope)
        {
            Count.CreatedInScopeCount++;
            scope.Include(tensor);
        }
        else
        {
            Count.CreatedOutsideScopeCount++;
        }
    }

    internal void Unregister(torch.Tensor tensor)
    {
        if (tensor.OwningScope is { } scope)
        {
            Count.DisposedInScopeCount++;
            scope.MarkAsDisposed(tensor);
            tensor.OwningScope = null;
        }
        else
        {
            Count.DisposedOutsideScopeCount++;
        }
    }

    private sealed class Restore(DisposeScopeManager outer) : IDisposable
    {
        public void Dispose() => _current = outer;
    }
}
