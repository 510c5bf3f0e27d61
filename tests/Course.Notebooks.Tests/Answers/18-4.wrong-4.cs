// Counts bits. // expect: That is bits
(long plain, long zipped) Bytes(Action<string> save)
{
    string path = System.IO.Path.GetTempFileName();
    save(path);
    byte[] content = System.IO.File.ReadAllBytes(path);
    System.IO.File.Delete(path);
    return (8 * content.Length, 8 * content.Length);
}
