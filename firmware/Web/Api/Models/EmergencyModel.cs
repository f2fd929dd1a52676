using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Web.Api.Models;

/// <summary>Emergency calls.</summary>
/// <param name="WouldGoOut">True when a line works that would carry one now.</param>
/// <param name="Log">What has been, the youngest first; it cannot be deleted.</param>
public sealed record EmergencyModel(bool WouldGoOut, IReadOnlyList<EmergencyEntryModel> Log);

/// <summary>An emergency call, its end, or a test.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What it is: <c>called</c>, <c>ended</c>, <c>tested</c>.</param>
/// <param name="Call">The call; null for a test.</param>
/// <param name="Number">The emergency number; else null.</param>
/// <param name="Phone">The phone; null for a test that no phone asked for.</param>
/// <param name="Place">Where the phone stands; null when that is not told.</param>
/// <param name="Line">The line or trunk; null when there was none, and for the begin of a call.</param>
/// <param name="CallBack">The number at which the line is called back.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record EmergencyEntryModel(
    DateTimeOffset At,
    string Event,
    CallId? Call,
    string? Number,
    string? Phone,
    string? Place,
    string? Line,
    string? CallBack,
    string Words)
{
    internal static EmergencyEntryModel Of(JournalEvent told) => told.Entry switch
    {
        EmergencyCalled e => new(told.At, "called", e.Call, e.Number, e.Phone, e.Place, null, null, e.Words),
        EmergencyEnded e => new(told.At, "ended", e.Call, null, e.Phone, null, e.Line, e.CallBack, e.Words),
        EmergencyTested e => new(told.At, "tested", null, null, null, null, e.Line, null, e.Words),
        var other => throw new ArgumentException($"{other.GetType().Name} tells of no emergency.", nameof(told)),
    };
}
