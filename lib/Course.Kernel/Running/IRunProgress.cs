namespace Course.Kernel.Running;

/// <summary>Watches a run. Calls come from several threads when several notebooks run at once.</summary>
public interface IRunProgress
{
    /// <summary>A notebook's process is being started.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="codeCells">How many code cells it has.</param>
    void NotebookStarted(string name, int codeCells);

    /// <summary>A code cell has started.</summary>
    /// <param name="name">The notebook's name.</param>
    /// <param name="ordinal">1-based position among the notebook's code cells.</param>
    void CellStarted(string name, int ordinal);

    /// <summary>A notebook has ended, or was left out.</summary>
    /// <param name="run">How it went.</param>
    void NotebookEnded(NotebookRun run);
}
