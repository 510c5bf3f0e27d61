// Stand-ins for the two foreign hosts. The library finds types by these names, so the namespaces are theirs.
#pragma warning disable CA1050, IDE0161

namespace Microsoft.DotNet.Interactive
{
    /// <summary>The part of .NET Interactive's context that the library reaches.</summary>
    public sealed class KernelInvocationContext
    {
        private static readonly AsyncLocal<KernelInvocationContext?> Local = new();

        public static KernelInvocationContext? Current
        {
            get => Local.Value;
            set => Local.Value = value;
        }

        public Exception? Fault { get; init; }

        public List<DisplayedValue> Displayed { get; } = [];
    }

    /// <summary>The extension that displays with a stable id.</summary>
    public static class KernelInvocationContextExtensions
    {
        public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes)
        {
            ArgumentNullException.ThrowIfNull(mimeTypes);
            if (context.Fault is { } fault)
            {
                throw fault;
            }

            context.Displayed.Add(new DisplayedValue { Value = value });
            return context.Displayed[^1];
        }
    }

    /// <summary>What a display returns.</summary>
    public sealed class DisplayedValue
    {
        public object? Value { get; set; }

        public void Update(object updatedValue) => Value = updatedValue;
    }
}

namespace Verso.Abstractions
{
    /// <summary>Verso's append-only display.</summary>
    public static class DisplayExtensions
    {
        public static AsyncLocal<List<object>?> Displayed { get; } = new();

        public static void Display(this object value, string? mimeType = null)
        {
            Assert.Null(mimeType);
            Displayed.Value!.Add(value);
        }
    }
}
