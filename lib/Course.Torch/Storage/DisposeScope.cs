namespace TorchSharp;

/// <summary>Disposes, when it ends, what was created while it was the innermost open scope of its thread.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScopeManager _manager;
    private bool _disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        Outer = outer;
    }

    public IReadOnlyList<IDisposable> DisposablesView => _disposables.ToArray();

    public int DisposablesCount => _disposables.Count;

    internal DisposeScope? Outer { get; private set; }

    /// <summary>Hands an object to the enclosing scope, or to nobody if there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
        => MoveToOther(Outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
        => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        if (_disposables.Remove(disposable))
        {
            if (scope is null)
            {
                _manager.Count.DetachedFromScopeCount++;
            }

            scope?._disposables.Add(disposable);
            SetOwner(disposable, scope);
        }

        return disposable;
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            MoveToOther<IDisposable>(scope, disposable); // named, else the overload for many is taken, and calls this one again
        }
    }

    /// <summary>Takes an object out of every scope: its owner disposes it, or the collector reclaims it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
        => MoveToOther(null, disposable);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    public void Attach(IDisposable disposable)
    {
        if (_disposables.Contains(disposable))
        {
            return;
        }

        (disposable as torch.Tensor)?.OwningScope?._disposables.Remove(disposable);
        _disposables.Add(disposable);
        SetOwner(disposable, this);
        _manager.Count.AttachedToScopeCount++;
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToArray();
        foreach (var disposable in list)
        {
            Attach(disposable);
        }

        return list;
    }

    public void DisposeEverything()
    {
        if (_disposables.Count == 0)
        {
            return;
        }

        var all = _disposables.ToArray(); // each leaves the set as it is disposed
        _disposables.Clear();
        foreach (var disposable in all)
        {
            disposable.Dispose();
        }
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in _disposables.Where(item => !keep.Contains(item)).ToArray())
        {
            disposable.Dispose();
            _disposables.Remove(disposable);
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Ends the scope and every scope opened inside it that is still open.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _manager.Close(this);
        DisposeEverything();
    }

    public void MarkAsDisposed(IDisposable disposable) => _disposables.Remove(disposable);

    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    internal void Include(torch.Tensor tensor)
    {
        _disposables.Add(tensor);
        tensor.OwningScope = this;
    }

    private static void SetOwner(IDisposable disposable, DisposeScope? scope)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningScope = scope;
        }
    }
}
