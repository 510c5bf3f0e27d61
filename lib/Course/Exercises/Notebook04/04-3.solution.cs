int[] WrongLayers()
{
    return [2, 3, 1];
}
