using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>What a page is looked at with.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="Script">False without JavaScript.</param>
internal sealed record Screen(int Width, int Height, bool Script = true)
{
    /// <summary>A screen on a desk.</summary>
    public static readonly Screen Desk = new(1280, 800);

    /// <summary>A tablet, held across.</summary>
    public static readonly Screen Tablet = new(1024, 768);

    /// <summary>A large screen, on a desk or on a wall.</summary>
    public static readonly Screen Wall = new(1920, 1080);

    /// <summary>The screen of a telephone.</summary>
    public static readonly Screen Pocket = new(390, 844);

    /// <summary>For the browser.</summary>
    public BrowserNewContextOptions Options() => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = ColorScheme.Light,
        JavaScriptEnabled = Script,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
