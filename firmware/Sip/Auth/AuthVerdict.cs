namespace Switchhook.Sip.Auth;

/// <summary>What a server makes of a request's credentials.</summary>
/// <param name="Outcome">Which of the four.</param>
/// <param name="UserName">The account that the request names, known or not; empty when it names none.</param>
/// <param name="Why">One sentence for the journal.</param>
internal readonly record struct AuthVerdict(AuthOutcome Outcome, string UserName, string Why);
