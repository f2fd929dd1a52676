namespace Switchhook.Hardware.Linux.Survey;

/// <summary>Reads the little files in which the kernel tells one thing each.</summary>
internal static class SmallFile
{
    /// <summary>The text without white space and zeros around it; null when there is none, or it is not for this user.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) && File.ReadAllText(path).Trim('\0', '\n', ' ', '\t') is { Length: > 0 } text ? text : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
