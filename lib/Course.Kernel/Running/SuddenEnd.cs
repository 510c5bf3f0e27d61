namespace Course.Kernel.Running;

/// <summary>How a notebook's process ended when it did not end by finishing.</summary>
/// <param name="Status">Timeout, interrupted or died.</param>
/// <param name="Name">The executed notebook's <c>ename</c>.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record SuddenEnd(RunStatus Status, string Name, string Message);
