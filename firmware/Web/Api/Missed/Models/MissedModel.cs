using Switchhook.Calls;
using Switchhook.Flows.Missed;

namespace Switchhook.Web.Api.Missed.Models;

/// <summary>Someone who called from outside and got nobody; one for each number.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Number">The caller's number.</param>
/// <param name="Name">The caller's name; null when unknown.</param>
/// <param name="Tries">How many calls got nobody since the caller last got through.</param>
/// <param name="FirstAt">When the first of them began.</param>
/// <param name="LastAt">When the last of them began.</param>
/// <param name="LastCall">The last of them.</param>
/// <param name="Lines">Lines and trunks that they came in by.</param>
/// <param name="Reached">How far the last one got: <c>queue support</c>, <c>flow day</c>; null when it got nowhere.</param>
/// <param name="End">How the last one ended.</param>
/// <param name="State">Open, claimed or closed.</param>
/// <param name="By">Who has claimed it, answered it, called back, or dismissed it; null when nobody has.</param>
/// <param name="Closing">Why it is closed; null while it is not.</param>
/// <param name="Since">When it came to this state.</param>
internal sealed record MissedModel(
    string Id,
    string Number,
    string? Name,
    int Tries,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    CallId LastCall,
    IReadOnlyList<string> Lines,
    string? Reached,
    MissedEnd End,
    MissedState State,
    string? By,
    MissedClosing? Closing,
    DateTimeOffset Since)
{
    /// <summary>A row as it is now.</summary>
    public static MissedModel Of(MissedCaller row) => new(
        row.Id,
        row.Number,
        row.Name,
        row.Tries,
        row.FirstAt,
        row.LastAt,
        row.Call,
        row.Lines,
        row.Reached,
        row.End,
        row.State,
        row.By,
        row.Closing,
        row.Since);
}
