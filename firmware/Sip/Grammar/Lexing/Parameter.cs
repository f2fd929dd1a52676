namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Where a parameter lies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, with quotes if it has them; empty without one.</param>
internal readonly record struct Parameter(Part Name, Part Value);
