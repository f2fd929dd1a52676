namespace Switchhook.Sip.Guard;

/// <summary>What the guard did, for the journal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Who">The address or the account; empty where it is many.</param>
/// <param name="Words">One sentence that says it all.</param>
public sealed record GuardEvent(GuardEventKind Kind, string Who, string Words);
