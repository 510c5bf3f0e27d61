using System.Reflection;
using System.Reflection.Emit;

namespace Course.Tests.Notebook;

/// <summary>The foreign hosts are played by types of the very names that the library looks for (ForeignHosts.cs).</summary>
public sealed class NotebookHostTests : IDisposable
{
    private static readonly Assembly[] Here = [typeof(NotebookHostTests).Assembly];
    private readonly StringWriter _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Choose_KernelSlotSet_WinsOverForeignHost()
    {
        var shown = new List<object>();
        var host = NotebookHost.Choose(value => { shown.Add(value); return shown.Add; }, InteractiveHost.Find(Here), _console);

        host.Show("first")!("second");

        Assert.IsType<KernelHost>(host);
        Assert.Equal(["first", "second"], shown);
    }

    [Fact]
    public void Interactive_ShowThenUpdate_ReplacesTheSameValue()
    {
        var context = new Microsoft.DotNet.Interactive.KernelInvocationContext();
        Microsoft.DotNet.Interactive.KernelInvocationContext.Current = context;
        var host = NotebookHost.Choose(null, NotebookHost.FindForeign(Here), _console);

        var update = host.Show("loss 0.9");
        update!("loss 0.1");

        Assert.True(host.CanUpdate);
        Assert.Equal("loss 0.1", Assert.Single(context.Displayed).Value);
    }

    [Fact]
    public void Interactive_DisplayThrows_ExceptionArrivesUnwrapped()
    {
        Microsoft.DotNet.Interactive.KernelInvocationContext.Current = new() { Fault = new InvalidOperationException("front end gone") };

        Assert.Throws<InvalidOperationException>(() => InteractiveHost.Find(Here)!.Show("x"));
    }

    [Fact]
    public void Interactive_OutsideACell_FallsBackToConsole()
    {
        Microsoft.DotNet.Interactive.KernelInvocationContext.Current = null;

        var host = NotebookHost.Choose(null, InteractiveHost.Find(Here), _console);

        Assert.IsType<ConsoleHost>(host);
    }

    [Fact]
    public void Verso_Show_AppendsAndCannotUpdate()
    {
        Verso.Abstractions.DisplayExtensions.Displayed.Value = [];
        var host = NotebookHost.Choose(null, VersoHost.Find(Here), _console);

        var update = host.Show("a chart");

        Assert.False(host.CanUpdate);
        Assert.Null(update);
        Assert.Equal(["a chart"], Verso.Abstractions.DisplayExtensions.Displayed.Value);
    }

    [Fact]
    public void FindForeign_OldVersoWithoutDisplay_FindsNothing()
    {
        var name = new AssemblyName("Verso.Abstractions");
        var old = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        var type = old.DefineDynamicModule("m").DefineType("Verso.Abstractions.DisplayExtensions", TypeAttributes.Public);
        type.CreateType();

        Assert.Null(NotebookHost.FindForeign([old]));
    }

    [Fact]
    public void Console_Show_WritesTheTextAlternative()
    {
        var host = NotebookHost.Choose(null, null, _console);

        var update = host.Show(new Html("<svg/>", "a parabola"));

        Assert.Null(update);
        Assert.Equal("a parabola" + _console.NewLine, _console.ToString());
    }
}
