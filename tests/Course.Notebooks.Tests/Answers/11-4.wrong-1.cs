// Ink comes back at the other rim. // expect: comes back at the other
(Tensor x, Tensor y) Doubled(Tensor x, Tensor y, int right, int down)
{
    Tensor moved = x.reshape(-1, 28, 28).roll([down, right], [1, 2]);
    return (cat([x, moved.reshape(-1, 784)]), cat([y, y]));
}
