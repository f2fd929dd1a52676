namespace Switchhook.Web.Pages.Accounts;

/// <summary>The page on which one signs in.</summary>
/// <param name="Return">Where to go afterwards; a path of our own.</param>
/// <param name="Name">Name typed before.</param>
/// <param name="Trouble">Why it did not work; null at first.</param>
public sealed record SignInView(string Return, string Name, string? Trouble);
