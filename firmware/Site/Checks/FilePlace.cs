namespace Switchhook.Site.Checks;

/// <summary>Tells where a file is that the site file names.</summary>
internal static class FilePlace
{
    /// <summary>True for a path that leads out of the folder of the site file.</summary>
    public static bool IsOutside(string path) =>
        Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Contains("..");
}
