using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Knows whether a cell declares anything that a later one may use.</summary>
internal static class Declarations
{
    /// <summary>
    /// False if the cell has statements only, and in them nothing that becomes a variable of the session or a type that
    /// later cells share.
    /// </summary>
    public static bool Any(CompilationUnitSyntax root) =>
        root.ContainsDirectives
        || root.Usings.Count > 0
        || root.Externs.Count > 0
        || root.AttributeLists.Count > 0
        || root.Members.Any(member => member is not GlobalStatementSyntax)
        || root.DescendantNodes().Any(node => node is VariableDesignationSyntax or AnonymousObjectCreationExpressionSyntax);
}
