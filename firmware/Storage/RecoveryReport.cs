using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Storage;

/// <summary>What a start found and closed.</summary>
/// <param name="CutOff">Calls that were in progress, as their rows are now.</param>
/// <param name="Written">The entries that were written for them and for recordings without a length.</param>
/// <param name="LastSign">When the box last wrote something before this start, UTC; null on a new box.</param>
/// <param name="StoppedInOrder">True when the last stop was an orderly one.</param>
/// <param name="Words">For the journal.</param>
public sealed record RecoveryReport(
    IReadOnlyList<CallRecord> CutOff, IReadOnlyList<JournalEvent> Written, DateTimeOffset? LastSign, bool StoppedInOrder, string Words);
