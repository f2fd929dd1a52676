using Switchhook.Storage.Webhooks;
using Switchhook.Web.Api.Webhooks;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Webhooks;

/// <summary>The webhooks, or one with what it was sent.</summary>
/// <param name="Hooks">By name.</param>
/// <param name="Words">Names and times.</param>
public sealed record WebhooksView(IReadOnlyList<Webhook> Hooks, SiteWords Words)
{
    /// <summary>The one that is shown; null for the list.</summary>
    public Webhook? Shown { get; init; }

    /// <summary>What it was sent, newest first.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries { get; init; } = [];

    /// <summary>Why it did not work; empty when it did.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>A webhook whose secret was just made, with it, shown this once; null for none.</summary>
    public WebhookSecretModel? Made { get; init; }

    /// <summary>What was typed, when it was not kept; null for what is kept, or an empty form.</summary>
    public WebhookWish? Typed { get; init; }
}
