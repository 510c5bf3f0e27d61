// B's mistake is looked for in the layer before it. // expect: the mistake stays in that layer
int[] WrongLayers()
{
    return [2, 2, 1];
}
