namespace Switchhook.Testing.Sip;

/// <summary>One message of RFC 4475.</summary>
/// <param name="Name">Its name in the RFC.</param>
/// <param name="Section">Where the RFC tells of it.</param>
/// <param name="Class">The RFC's: <c>valid</c>, <c>invalid</c>, <c>transaction</c>, <c>application</c> or <c>backward</c>.</param>
/// <param name="Expected">What the RFC asks, in words.</param>
/// <param name="Verdict">What a parser does: <c>parse</c>, <c>reject</c>, or <c>either</c> where the RFC leaves it open.</param>
/// <param name="Answers">Codes that a server may answer with, commas between them; <c>-</c> for none; empty when any will do.</param>
/// <param name="Bytes">The message.</param>
public sealed record TortureMessage(
    string Name, string Section, string Class, string Expected, string Verdict, string Answers, byte[] Bytes);
