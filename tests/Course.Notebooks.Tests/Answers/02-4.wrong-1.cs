// Looks at values instead of slopes. // expect: asked for are the slopes
bool[] Awake(double z)
{
    return bends.Select(bend => bend.F(z) > 0.1).ToArray();
}
