using Switchhook.Calls;

namespace Switchhook.Flows.Queues.Shadow;

/// <summary>A caller of a hunt group, as the journal tells it.</summary>
/// <param name="Call">The call.</param>
/// <param name="ArrivedAt">When the group began to be rung.</param>
/// <param name="EndedAt">When the wait was over: answered, given up, or nobody had answered.</param>
/// <param name="End">How.</param>
/// <param name="Talk">How long the one who answered was in the call; null when nobody did.</param>
/// <param name="Ring">How long the telephone of the one who answered had rung; null when nobody did.</param>
internal sealed record ShadowCall(
    CallId Call, DateTimeOffset ArrivedAt, DateTimeOffset EndedAt, ShadowEnd End, TimeSpan? Talk, TimeSpan? Ring)
{
    public TimeSpan Wait => EndedAt > ArrivedAt ? EndedAt - ArrivedAt : TimeSpan.Zero;
}

/// <summary>How the wait for a hunt group ended.</summary>
internal enum ShadowEnd
{
    /// <summary>Someone answered.</summary>
    Answered,

    /// <summary>The caller hung up.</summary>
    GaveUp,

    /// <summary>The hunt was over, and nobody had answered.</summary>
    NobodyAnswered,
}
