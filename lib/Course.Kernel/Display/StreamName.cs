namespace Course.Kernel.Display;

/// <summary>Which of a cell's two text streams; the name that nbformat and Jupyter use.</summary>
public enum StreamName
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}
