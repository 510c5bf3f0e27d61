// No labels for the copies. // expect: The copies need labels
(Tensor x, Tensor y) Doubled(Tensor x, Tensor y, int right, int down)
{
    Tensor moved = functional.pad(x.reshape(-1, 28, 28), (right, -right, down, -down));
    return (cat([x, moved.reshape(-1, 784)]), y);
}
