using System.IO.Compression;
using static TorchSharp.torch;

namespace Course;

/// <summary>What a network weighs on a disk, in bytes: counted on a file that was written, not computed.</summary>
/// <param name="Plain">As <c>save</c> writes it.</param>
/// <param name="Zipped">The same file through gzip.</param>
public readonly record struct FileSize(long Plain, long Zipped)
{
    /// <summary>Saves the network to a temporary file, counts, and deletes it.</summary>
    /// <param name="net">On any device.</param>
    public static FileSize Of(nn.Module net)
    {
        ArgumentNullException.ThrowIfNull(net);
        var path = Path.GetTempFileName();
        try
        {
            net.save(path);
            return new(new FileInfo(path).Length, Zip(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static long Zip(string path)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        using (var file = File.OpenRead(path))
        {
            file.CopyTo(zip);
        }

        return memory.Length;
    }
}
