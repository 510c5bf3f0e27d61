bool[] Awake(double z)
{
    return bends.Select(bend => bend.Slope(z) > 0.1).ToArray();
}
