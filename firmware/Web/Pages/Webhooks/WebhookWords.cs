using Switchhook.Storage.Webhooks;
using Switchhook.Web.Language;

namespace Switchhook.Web.Pages.Webhooks;

/// <summary>States of webhooks and deliveries for people, and how they look.</summary>
internal static class WebhookWords
{
    /// <summary>How a webhook is.</summary>
    public static string Of(WebhookState state, Words Say) => state switch
    {
        WebhookState.Good => Say["Works"],
        WebhookState.Retrying => Say["Tries again"],
        WebhookState.Failing => Say["Not reached"],
        WebhookState.Paused => Say["Paused"],
    };

    /// <summary>Its look.</summary>
    public static string Look(WebhookState state) => state switch
    {
        WebhookState.Good => "idle",
        WebhookState.Retrying => "ringing",
        WebhookState.Failing => "fault",
        WebhookState.Paused => "quiet",
    };

    /// <summary>What has become of a delivery.</summary>
    public static string Of(DeliveryState state, Words Say) => state switch
    {
        DeliveryState.Waiting => Say["Waits"],
        DeliveryState.Done => Say["Received"],
        DeliveryState.GivenUp => Say["Given up"],
        DeliveryState.Dropped => Say["Left out"],
    };

    /// <summary>Its look.</summary>
    public static string Look(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "ringing",
        DeliveryState.Done => "idle",
        _ => "fault",
    };
}
