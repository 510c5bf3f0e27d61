using System.Reflection;
using System.Reflection.Emit;

namespace Course.Tests.Exercises;

/// <summary>Makes what Roslyn scripting makes of a cell: a class named <c>Submission#0</c> with the cell's functions as methods.</summary>
internal static class SubmissionBuilder
{
    public static Action ThrowingMethod(string name)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("cell"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("m").DefineType("Submission#0", TypeAttributes.Public);
        var il = type.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static).GetILGenerator();
        il.ThrowException(typeof(InvalidOperationException));
        return type.CreateType().GetMethod(name)!.CreateDelegate<Action>();
    }
}
