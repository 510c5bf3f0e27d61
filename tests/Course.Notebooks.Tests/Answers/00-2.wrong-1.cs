// A fixed number of epochs. // expect: a fixed number
int Epochs()
{
    return 5;
}
