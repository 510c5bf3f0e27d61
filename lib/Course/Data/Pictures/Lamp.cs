namespace Course;

/// <summary>Under which lamp pictures of digits are taken.</summary>
public enum Lamp
{
    /// <summary>Each digit under a lamp of its own: the colour of the paper gives the digit away.</summary>
    Own,

    /// <summary>Each digit under the lamp that belongs to another one.</summary>
    Swapped,

    /// <summary>Each picture under any of the ten lamps.</summary>
    Any,
}
