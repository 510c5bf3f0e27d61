// Finds what cannot be opened, and nothing else. // expect: and the others have 3
string[] BadFiles(string folder) =>
    [.. PictureFolder.Open(folder).Read(p => p.Planes(1)).Skipped.Select(s => s.Name)];
