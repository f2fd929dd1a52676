namespace Switchhook.Calls.Journal;

/// <summary>Somebody calls for help.</summary>
/// <param name="Call">The call.</param>
/// <param name="Number">The emergency number.</param>
/// <param name="Phone">Number of the phone.</param>
/// <param name="Name">Name of the phone; null when unknown.</param>
/// <param name="Place">Where it stands; null when the site file does not tell.</param>
public sealed record EmergencyCalled(CallId Call, string Number, string Phone, string? Name, string? Place) : CallEntry(Call)
{
    private protected override string Say() =>
        $"EMERGENCY CALL to {Number} from phone {Phone}{(Name is null ? "" : $", {Name}")} ({Place ?? "no place given in the site file"}).";
}

/// <summary>An emergency call is over.</summary>
/// <param name="Call">The call.</param>
/// <param name="Phone">Number of the phone.</param>
/// <param name="Line">The line or trunk that it went out on; null when it did not.</param>
/// <param name="CallBack">The number at which that line is called back, in E.164; null when the site file does not tell.</param>
/// <param name="Why">One sentence.</param>
public sealed record EmergencyEnded(CallId Call, string Phone, string? Line, string? CallBack, string Why) : JournalEntry
{
    private protected override string Say() => Why;
}

/// <summary>It was looked whether an emergency call would go out; nothing was dialled.</summary>
/// <param name="Line">The line or trunk that it would go out on; null when there is none.</param>
/// <param name="Why">What was found, as a sentence.</param>
/// <param name="By">What it was looked for: the start, a new site, a phone.</param>
public sealed record EmergencyTested(string? Line, string Why, string By) : JournalEntry
{
    private protected override string Say() => $"Test of emergency calls ({By}): {Why}";
}
