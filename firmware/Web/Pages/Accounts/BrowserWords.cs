namespace Switchhook.Web.Pages.Accounts;

/// <summary>A browser by what it says of itself (RFC 9110, section 10.1.5), as far as a person tells browsers apart.</summary>
internal static class BrowserWords
{
    // Each names those that it is like, too: the first that fits is the one.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Firefox, Windows</c>; the first words of what it says when it is none of those.</summary>
    public static string Of(string said)
    {
        var (browser, system) = (Find(Browsers, said), Find(Systems, said));
        return browser is null ? said[..Math.Min(said.Length, 40)] : system is null ? browser : $"{browser}, {system}";
    }

    private static string? Find((string Mark, string Name)[] known, string said) =>
        known.FirstOrDefault(one => said.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
