using Switchhook.Calls;

namespace Switchhook.Web.Api.Desk.Models;

/// <summary>An agent's phone begins to ring for a caller: what a program shows beside it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Phone">Where the agent works.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Call">The call.</param>
/// <param name="Number">The caller's number; null when unknown.</param>
/// <param name="Name">The caller's name; null when unknown.</param>
/// <param name="Desk">Address of the agent's desk at this box.</param>
public sealed record ScreenPopModel(
    DateTimeOffset At, string Agent, string Phone, string Queue, CallId Call, string? Number, string? Name, string Desk);
