namespace Switchhook.Web.Pages.SecondFactors;

/// <summary>The second page of the sign-in.</summary>
/// <param name="Ticket">Tells that the password was right.</param>
/// <param name="Return">Where to go afterwards; a path of our own.</param>
/// <param name="Trouble">Why it did not work; null at first.</param>
public sealed record CodeView(string Ticket, string Return, string? Trouble);
