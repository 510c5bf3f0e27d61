namespace Course;

/// <summary>One operation of a graph: what it is called, what goes in, what comes out.</summary>
internal sealed record OnnxNode(string Operation, string[] Inputs, string[] Outputs, (string Name, object Value)[] Settings)
{
    // The numbers of the fields are those of onnx.proto; so are the kinds under 20.
    public void Write(ProtoWriter node)
    {
        Array.ForEach(Inputs, input => node.Text(1, input));
        Array.ForEach(Outputs, output => node.Text(2, output));
        node.Text(4, Operation);
        Array.ForEach(Settings, setting => node.Message(5, attribute => Write(attribute.Text(1, setting.Name), setting.Value)));
    }

    private static ProtoWriter Write(ProtoWriter attribute, object value) => value switch
    {
        int or long => attribute.Number(3, Convert.ToInt64(value, null)).Number(20, 2),
        float or double => attribute.Number(2, Convert.ToSingle(value, null)).Number(20, 1),
        string text => attribute.Text(4, text).Number(20, 3),
        long[] several => several.Aggregate(attribute, (writer, one) => writer.Number(8, one)).Number(20, 7),
        _ => throw new ArgumentException($"a setting of type {value.GetType().Name}; ONNX takes whole numbers, floats, texts and long[]"),
    };
}
