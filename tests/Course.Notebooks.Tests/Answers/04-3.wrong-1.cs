// The first wrong layer from the input, which has only inherited its blame. // expect: Blame travels from layer 4 to layer 1
int[] WrongLayers()
{
    return [1, 3, 1];
}
