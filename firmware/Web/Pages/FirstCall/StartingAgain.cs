namespace Switchhook.Web.Pages.FirstCall;

/// <summary>The box starts anew.</summary>
/// <param name="Address">Where it goes on.</param>
/// <param name="Place">The place of the menu that this belongs to.</param>
public sealed record StartingAgain(string Address, string Place);
