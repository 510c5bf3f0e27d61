// Leaves the file behind. // expect: Delete the file
(long plain, long zipped) Bytes(Action<string> save)
{
    string path = System.IO.Path.GetTempFileName();
    save(path);
    byte[] content = System.IO.File.ReadAllBytes(path);
    using var memory = new System.IO.MemoryStream();
    using (var zip = new System.IO.Compression.GZipStream(
        memory, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        zip.Write(content);
    return (content.Length, memory.Length);
}
