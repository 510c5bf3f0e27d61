int Epochs()
{
    return Tier.Pick(fast: 2, laptop: 5, full: 30);
}
