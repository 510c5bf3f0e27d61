// From the smallest to the largest: zero is not on the grid. // expect: does not have zero on it
(sbyte[] q, float scale) Quantise(float[] values)
{
    float low = values.Min();
    float scale = (values.Max() - low) / 255;
    if (scale == 0) scale = 1;
    return ([.. values.Select(v => (sbyte)(Math.Round((v - low) / scale) - 128))], scale);
}
