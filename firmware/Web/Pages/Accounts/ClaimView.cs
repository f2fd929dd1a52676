namespace Switchhook.Web.Pages.Accounts;

/// <summary>The page on which the first person takes the box.</summary>
/// <param name="Name">Name typed before.</param>
/// <param name="Troubles">Why it did not work; empty at first.</param>
public sealed record ClaimView(string Name, IReadOnlyList<string> Troubles);
