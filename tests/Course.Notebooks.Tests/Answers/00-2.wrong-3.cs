// Every number is smaller.
int Epochs() => Tier.Pick(fast: 1, laptop: 5, full: 30);
