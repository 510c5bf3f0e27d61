namespace TorchSharp;

/// <summary>Files that appear only when they are complete.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the place, then moves there; what stood there stays until then.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var file = File.Create(part))
            {
                write(file);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
