using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Flows.Codes;

/// <summary>Who rang each phone last, since the box was started. Control loop only.</summary>
internal sealed class LastCallers
{
    private readonly CallTable _calls;
    private readonly Dictionary<string, string?> _last = new(StringComparer.Ordinal);

    /// <param name="calls">Tells who calls.</param>
    /// <param name="journal">Tells which phone rings.</param>
    public LastCallers(CallTable calls, CallJournal journal)
    {
        _calls = calls;
        journal.Appended += Look;
    }

    /// <summary>The number of who rang a phone last, as it was received; null when nobody did, or it is not known.</summary>
    public string? Of(string phone) => _last.GetValueOrDefault(phone);

    private void Look(JournalEvent journalEvent)
    {
        if (journalEvent.Entry is not LegStarted { Origin: LegOrigin.Box, Party: { Kind: PartyKind.Phone } phone } leg
            || _calls.InProgress.FirstOrDefault(call => call.Id == leg.Call) is not { } call
            || call.Direction == CallDirection.Outbound
            || call.Caller.Number == phone.Name)
        {
            return;
        }

        // A caller without a number makes the one before forgotten: the user would call the wrong one.
        _last[phone.Name] = call.Caller.Number;
    }
}
