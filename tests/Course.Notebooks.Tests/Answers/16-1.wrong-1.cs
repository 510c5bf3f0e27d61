// Everything stays as the library makes it. // expect: spread too widely
void Begin(Gpt net)
{
}
