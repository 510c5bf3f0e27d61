using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Says where a cell's code needs checks, so that what runs it can stop it.</summary>
internal interface ICellGuard
{
    /// <summary>The places, in any order.</summary>
    IEnumerable<CodeSite> Sites(CompilationUnitSyntax root);
}
