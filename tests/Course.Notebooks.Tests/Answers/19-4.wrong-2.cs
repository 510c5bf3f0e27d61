// Looks at the first input only. // expect: check every input
(int Status, string Text) Answer(string path, string body)
{
    try
    {
        using var saved = ModelFile.Load(path);
        ModelContract contract = saved.Contract;
        using var question = JsonDocument.Parse(body);
        float[][] inputs = [.. question.RootElement.GetProperty("inputs").EnumerateArray()
            .Select(input => input.EnumerateArray().Select(v => v.GetSingle()).ToArray())];
        if (inputs.Length == 0 || inputs[0].Length != contract.Size) return (400, "no");
        Tensor x = tensor(inputs.SelectMany(v => v.Concat(new float[contract.Size]).Take(contract.Size)).ToArray(), [inputs.Length, .. contract.Input]);
        Tensor logits = saved.Module.call((x - contract.Mean) / contract.Deviation);
        long[] best = logits.argmax(1).data<long>().ToArray();
        return (200, string.Join(" ", best.Select(k => contract.Labels[k])));
    }
    catch (ModelFileException trouble) { return (503, trouble.Message); }
    catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException) { return (400, e.Message); }
}
