namespace Course.Kernel.Display;

/// <summary>What a cell's code reaches its session by, on whatever thread it runs.</summary>
internal interface ICellHost
{
    /// <summary>Where the session shows values.</summary>
    CellDisplay Display { get; }

    /// <summary>Console text.</summary>
    void Write(StreamName stream, string text);

    /// <summary>Asks the person at the notebook; null at the end of input.</summary>
    string? Ask(string prompt, bool isPassword);

    /// <summary>A fact for the host of the session that is not shown.</summary>
    void Report(string json);

    /// <summary>Ends the loops of the cell that runs, without the cell; false lets them run again.</summary>
    void EndLoops(bool end);

    /// <summary>For code that may take long: ends it if its cell is to stop.</summary>
    void ThrowIfStopping();
}
