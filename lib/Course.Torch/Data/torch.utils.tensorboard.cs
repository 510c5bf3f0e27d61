namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Not here; says what to use instead.</summary>
        public static class tensorboard
        {
            [Obsolete("Course.Torch writes no files for TensorBoard: keep the losses in a list and draw them (TrainingChart in the course, any plotting library elsewhere), or use TorchSharp itself", error: true)]
            public static dynamic SummaryWriter(string? log_dir = null, string? filename_suffix = null, bool createRunName = false) =>
                throw new NotSupportedException();
        }
    }
}
