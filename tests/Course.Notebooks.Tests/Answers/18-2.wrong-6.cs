// Multiplies where it should divide. // expect: Turned round
(sbyte[] q, float scale) Quantise(float[] values)
{
    float largest = values.Max(v => Math.Abs(v));
    float scale = largest > 0 ? 127 / largest : 1;
    return ([.. values.Select(v => (sbyte)Math.Round(v * scale))], scale);
}
