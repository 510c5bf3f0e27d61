// Accuses everything that is a little unusual. // expect: is a sound file in its own folder
string[] BadFiles(string folder) => [.. PictureFolder.Open(folder).Files.Select(f => f.Name)];
