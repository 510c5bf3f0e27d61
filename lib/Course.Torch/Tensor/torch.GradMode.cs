namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until disposed, nothing is recorded on this thread.</summary>
    public static IDisposable no_grad() => new GradMode(false, Graph.Inference);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled, false);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode, Graph.Inference);

    /// <summary>As no_grad, and <see cref="is_inference_mode_enabled"/> says so.</summary>
    public static IDisposable inference_mode(bool mode = true) => new GradMode(!mode, mode);

    public static bool is_grad_enabled() => Graph.Enabled;

    public static bool is_inference_mode_enabled() => Graph.Inference;

    private sealed class GradMode : IDisposable
    {
        private readonly bool _wasEnabled = Graph.Enabled;
        private readonly bool _wasInference = Graph.Inference;

        public GradMode(bool enabled, bool inference)
        {
            Graph.Enabled = enabled;
            Graph.Inference = inference;
        }

        public void Dispose()
        {
            Graph.Enabled = _wasEnabled;
            Graph.Inference = _wasInference;
        }
    }
}
