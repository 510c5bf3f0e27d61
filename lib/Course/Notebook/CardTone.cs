namespace Course;

/// <summary>What a card means; decides its mark and its colour (never the colour alone).</summary>
internal enum CardTone
{
    Neutral,
    Good,
    Bad,
    Note,
}
