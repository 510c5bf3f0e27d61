namespace Course;

/// <summary>Our own kernel, through its display slot.</summary>
internal sealed class KernelHost(Func<object, Action<object>> display) : INotebookHost
{
    public string Name => "the course's own kernel";

    public bool CanUpdate => true;

    public Action<object>? Show(object value) => display(value);
}
