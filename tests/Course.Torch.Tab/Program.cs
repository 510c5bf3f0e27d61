using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;
using Course.Torch.Tests.Differential;

[assembly: SupportedOSPlatform("browser")]
return;   // node calls the exports

namespace Course.Torch.Tests
{
    /// <summary>What main.mjs calls.</summary>
    public static partial class Tab
    {
        /// <summary>Before anything else of Course.Torch runs.</summary>
        [JSExport]
        public static void UseKernels(int entry) => AppContext.SetData("Course.Torch.Kernels", (nint)entry);

        [JSExport]
        public static string Outcomes() => JsonSerializer.Serialize(Outcome.All(), Outcome.Json);
    }
}
