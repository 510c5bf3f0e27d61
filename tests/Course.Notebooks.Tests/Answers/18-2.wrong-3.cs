// Forgets the sign of the largest. // expect: largest *size*
(sbyte[] q, float scale) Quantise(float[] values)
{
    float scale = values.Max() > 0 ? values.Max() / 127 : 1;
    return ([.. values.Select(v => (sbyte)Math.Round(v / scale))], scale);
}
