namespace Course.Kernel.Running;

/// <summary>What a notebook's process is to do; the first line it reads.</summary>
/// <param name="WorkingDirectory">The notebook's folder: the base of its relative paths.</param>
/// <param name="Cells">Its code cells, in order.</param>
/// <param name="Seal">With what each line of its events begins: who finds the pipe and not this is not heard.</param>
internal sealed record WorkOrder(string WorkingDirectory, IReadOnlyList<WorkCell> Cells, string Seal = "");

/// <summary>One code cell to run.</summary>
/// <param name="Index">0-based position among all cells of the notebook.</param>
/// <param name="Source">C#.</param>
/// <param name="MayFail">True: the notebook goes on after an error here (Jupyter's tag <c>raises-exception</c>).</param>
internal sealed record WorkCell(int Index, string Source, bool MayFail);
