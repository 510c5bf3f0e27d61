namespace Course;

/// <summary>A first name and the list it stands in.</summary>
/// <param name="Name">Capitalised, such as "Ann-Marie".</param>
/// <param name="IsGirls">True in the list of girls' names, false in that of boys'.</param>
public sealed record FirstName(string Name, bool IsGirls);
