using Switchhook.Sip.Grammar.Headers;

namespace Switchhook.Sip.Sessions.Refreshing;

/// <summary>What a request says of session timers.</summary>
/// <param name="IsSupported">Its sender names <c>timer</c> among what it supports.</param>
/// <param name="Expires">Session-Expires; null without one. A proxy may have put it in.</param>
/// <param name="Minimum">Min-SE; null without one.</param>
/// <param name="Refresher">Who should refresh.</param>
internal readonly record struct TimerProposal(bool IsSupported, TimeSpan? Expires, TimeSpan? Minimum, Refresher Refresher);
