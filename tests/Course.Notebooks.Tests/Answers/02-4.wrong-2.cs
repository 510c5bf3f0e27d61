// ReLU counted as awake on both sides. // expect: ReLU asleep
bool[] Awake(double z)
{
    return [bends[0].Slope(z) > 0.1, bends[1].Slope(z) > 0.1, true];
}
