using Course.Kernel.Formatting;

namespace Course.Kernel.Directives;

/// <summary>What directives can ask of the session whose cell they stand in.</summary>
internal interface IDirectiveHost
{
    /// <summary>Makes a package or an assembly known to the cells.</summary>
    /// <param name="target">As the cell names it.</param>
    /// <param name="line">1-based.</param>
    /// <param name="isOptional">True if only this cell needs it: without it the rest of the cell is left out.</param>
    void AddReference(string target, int line, bool isOptional);

    /// <summary>Looks for packages in one more place.</summary>
    void AddPackageSource(string target, int line);

    /// <summary>Runs the cells of another file.</summary>
    void Import(string path, int line);

    /// <summary>Tells after the cell how long it took.</summary>
    void ShowElapsedTime();

    void Show(MimeBundle data);
}
