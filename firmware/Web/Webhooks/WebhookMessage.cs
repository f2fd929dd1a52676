using System.Text.Json.Serialization;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Api.Models;

namespace Switchhook.Web.Webhooks;

/// <summary>What a webhook is sent.</summary>
/// <param name="Id">The same at each try: who has it twice leaves one out.</param>
/// <param name="Topic">What it tells of, such as <c>call.ended</c>.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Site">Name of the site.</param>
internal sealed record WebhookMessage(string Id, string Topic, DateTimeOffset At, string Site)
{
    /// <summary>The event of the journal, as the stream of events has it; left out of a test.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventModel? Event { get; init; }

    /// <summary>The call as it stood when this was put in the queue; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallModel? Call { get; init; }

    /// <summary>Of the topic <c>screen-pop</c>: the caller, and where the agent works.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScreenPopModel? ScreenPop { get; init; }
}
