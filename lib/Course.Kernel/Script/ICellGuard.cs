using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Puts checks into a cell's code, so that what runs it can stop it.</summary>
internal interface ICellGuard
{
    /// <summary>The code with checks, no line of it moved; the same string if it needs none.</summary>
    string Insert(string code, CompilationUnitSyntax root);
}
