using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>Pictures of the pages in <c>artifacts/pictures</c>, made when the variable <c>SWITCHHOOK_PICTURES</c> is set.</summary>
internal static class Pictures
{
    private static readonly bool AreWanted = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SWITCHHOOK_PICTURES"));

    // The tests lie in artifacts/bin/Browser/<configuration>.
    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pictures"));

    /// <summary>Keeps a line of what was measured beside the pictures, if they are wanted.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="words">What was measured.</param>
    public static async Task TellAsync(string name, string words)
    {
        if (AreWanted)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(Path.Combine(Folder, name), $"{words}\n");
        }
    }

    /// <summary>Keeps a picture of a page as it is now, if pictures are wanted.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="wholePage">False for what the screen shows.</param>
    public static async Task KeepAsync(IPage page, string name, bool wholePage = true)
    {
        if (AreWanted)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = wholePage });
        }
    }
}
