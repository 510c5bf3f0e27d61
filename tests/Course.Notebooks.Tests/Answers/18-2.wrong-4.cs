// Divides by zero where all values are 0. // expect: let the scale be 1
(sbyte[] q, float scale) Quantise(float[] values)
{
    float scale = values.Max(v => Math.Abs(v)) / 127;
    return ([.. values.Select(v => (sbyte)Math.Round(v / scale))], scale);
}
