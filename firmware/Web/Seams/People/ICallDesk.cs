using Switchhook.Calls;
using Switchhook.Flows.Talking;

namespace Switchhook.Web.Seams.People;

/// <summary>What people do with calls at a page, on the control loop.</summary>
/// <remarks>
/// Any thread. Commands return null when they were done, or one plain sentence that tells why not. The web passes only agents and phones of
/// the site, and calls that there are.
/// </remarks>
public interface ICallDesk
{
    /// <summary>Rings a phone, and dials a number for it by the rules of that phone.</summary>
    /// <param name="phone">The phone.</param>
    /// <param name="number">Digits, with a + before a country code.</param>
    /// <param name="by">Who asks for it.</param>
    Task<string?> CallAsync(string phone, string number, string by);

    /// <summary>Rings a supervisor's phone, and lets it hear an agent's call when it is answered.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="phone">The supervisor's phone.</param>
    /// <param name="mode">How it begins.</param>
    /// <param name="by">Who asks for it.</param>
    Task<string?> MonitorAsync(string agent, string phone, SupervisionMode mode, string by);

    /// <summary>Gives a caller who waits to an agent, who alone is rung for two minutes.</summary>
    /// <param name="visit">Id of the visit.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="by">Who gives it.</param>
    Task<string?> GiveAsync(string visit, string agent, string by);

    /// <summary>Notes what an agent's call, or the last one, was about.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="code">A code of the call's queue.</param>
    Task<string?> DisposeAsync(string agent, string code);

    /// <summary>Writes a note into the journal of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="text">The note, not empty and not too long.</param>
    /// <param name="by">Who writes it.</param>
    Task NoteAsync(CallId call, string text, string by);
}
