// Forgets the 8 bytes of the length. // expect: its end is at 8 + length
float[] Values(byte[] file, string name)
{
    int length = (int)BitConverter.ToInt64(file, 0);
    using var header = JsonDocument.Parse(file.AsMemory(8, length));
    var ends = header.RootElement.GetProperty(name).GetProperty("data_offsets");
    int start = length + ends[0].GetInt32(), end = length + ends[1].GetInt32();
    return [.. Enumerable.Range(0, (end - start) / 4).Select(i => BitConverter.ToSingle(file, start + 4 * i))];
}
