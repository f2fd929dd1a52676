namespace Switchhook.Web.Pages;

/// <summary>An error for people.</summary>
/// <param name="Problem">What is wrong, in one sentence.</param>
/// <param name="Cure">What to do.</param>
public sealed record ErrorWords(string Problem, string Cure);
