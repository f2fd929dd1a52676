namespace Switchhook.Testing.Processes;

/// <summary>The browser of this machine.</summary>
public static class ChromiumProgram
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>Its path: the first of its names that the search path of programs holds.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"No browser: install the Debian package {Names[0]}, as './appliance test' does.");
    }
}
