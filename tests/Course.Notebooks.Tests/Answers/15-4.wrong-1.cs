// The middle letter is forgotten. // expect: the middle letter stays
double BlindAtBest(int letters, int length) => 100.0 / letters;
