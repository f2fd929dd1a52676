using Switchhook.Calls.Journal;
using Switchhook.Flows.Dialling;

namespace Switchhook.Flows.Missed;

/// <summary>What people do with missed callers. Each command returns null when it was done; else why not, as a sentence.</summary>
/// <remarks>Control loop only.</remarks>
public sealed class MissedDesk
{
    private const string Gone = "This caller is not on the list any more.";

    private readonly CallJournal _journal;
    private readonly MissedBoard _board;
    private readonly PhoneFirst _phones;

    internal MissedDesk(CallJournal journal, MissedBoard board, PhoneFirst phones) =>
        (_journal, _board, _phones) = (journal, board, phones);

    /// <summary>Someone wants to call back.</summary>
    public string? Claim(string id, string by)
    {
        if (Waiting(id) is not { } row)
        {
            return Gone;
        }

        if (row is { State: MissedState.Claimed, By: { } other })
        {
            return other == by ? null : $"{other} has taken this caller on already.";
        }

        _journal.Append(new MissedChanged(row.Number, nameof(MissedState.Claimed), by));
        return null;
    }

    /// <summary>It is for others again; whoever has it may be home by now, so anyone can give it back.</summary>
    public string? Release(string id, string by)
    {
        if (Waiting(id) is not { } row)
        {
            return Gone;
        }

        if (row.State == MissedState.Claimed)
        {
            _journal.Append(new MissedChanged(row.Number, nameof(MissedState.Open), by));
        }

        return null;
    }

    /// <summary>It needs no call.</summary>
    public string? Dismiss(string id, string by)
    {
        if (Waiting(id) is not { } row)
        {
            return Gone;
        }

        _journal.Append(new MissedChanged(row.Number, nameof(MissedState.Closed), by));
        return null;
    }

    /// <summary>Rings a phone and dials the caller for it; so it is taken on, and closes when the caller answers.</summary>
    /// <param name="id">The row.</param>
    /// <param name="phone">Number of the phone.</param>
    /// <param name="by">Who asks for it.</param>
    public string? Call(string id, string phone, string by)
    {
        if (Waiting(id) is not { } row)
        {
            return Gone;
        }

        var why = _phones.Ring(
            row.Number, row.Name, phone, digits => $"Phone {phone} rings to call the missed caller {digits} back (by {by}).");
        if (why is null)
        {
            _journal.Append(new MissedChanged(row.Number, nameof(MissedState.Claimed), $"{by} at phone {phone}"));
        }

        return why;
    }

    private MissedCaller? Waiting(string id) => _board.Current.Find(id) is { State: not MissedState.Closed } row ? row : null;
}
