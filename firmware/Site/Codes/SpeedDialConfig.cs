namespace Switchhook.Site.Codes;

/// <summary>A short number that anybody of the house dials for a long one.</summary>
/// <param name="Digits">Two digits, <c>01</c> to <c>99</c>.</param>
/// <param name="Number">What is dialled for them, as a user would dial it.</param>
/// <param name="Name">Who is reached, for people.</param>
public sealed record SpeedDialConfig(string Digits, string Number, string Name);
