using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>
/// Pictures of the pages, made when the variable <c>SWITCHHOOK_PICTURES</c> names a folder; the one that README.md shows goes to
/// <c>docs/images</c> with <c>SWITCHHOOK_PICTURES=docs/images</c>.
/// </summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SWITCHHOOK_PICTURES");

    /// <summary>Keeps a picture of a page as it is now, if pictures are wanted.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="wholePage">False for what the screen shows.</param>
    public static async Task KeepAsync(IPage page, string name, bool wholePage = true)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = wholePage });
        }
    }
}
