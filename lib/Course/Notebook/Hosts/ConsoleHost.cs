namespace Course;

/// <summary>No notebook at all: the text alternative, one after the other.</summary>
internal sealed class ConsoleHost(TextWriter output) : INotebookHost
{
    public string Name => "a console";

    public bool CanUpdate => false;

    public Action<object>? Show(object value)
    {
        output.WriteLine(value);
        return null;
    }
}
