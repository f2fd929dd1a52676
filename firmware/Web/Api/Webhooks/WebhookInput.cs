using System.Net;
using Switchhook.Site;
using Switchhook.Storage.Webhooks;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Webhooks;

namespace Switchhook.Web.Api.Webhooks;

/// <summary>What a webhook is to be, checked: every mistake at once, with its place and cure.</summary>
internal sealed class WebhookInput
{
    private readonly List<ApiMistake> _mistakes = [];

    /// <param name="wish">What was sent.</param>
    /// <param name="site">The site.</param>
    /// <param name="before">
    /// What it was; null for a new one. A queue that it was limited to stays, though the site has it no more: without it a webhook of that
    /// queue alone would be told everything.
    /// </param>
    public WebhookInput(WebhookWish wish, SiteModel site, Webhook? before = null)
    {
        var (plain, chosen, limits) = (
            (wish.Name ?? "").Trim(),
            (wish.Topics ?? []).Distinct(StringComparer.Ordinal).ToList(),
            (wish.Queues ?? []).Distinct(StringComparer.Ordinal).ToList());
        if (plain.Length is 0 or > Webhook.LongestName || plain.Any(char.IsControl))
        {
            Add("name", $"A webhook has a name of 1 to {Webhook.LongestName} characters.", "Say what it is for, such as CRM.");
        }

        if (chosen.Count == 0 || chosen.Exists(topic => !WebhookTopics.IsKnown(topic)))
        {
            Add(
                "topics",
                chosen.Count == 0 ? "Nothing is chosen that it is told of." : "There is no such topic.",
                $"Send some of these as topics: {string.Join(", ", WebhookTopics.All.Select(one => one.Name))}.");
        }

        if (limits.Exists(queue => !site.Queues.ContainsKey(queue) && before?.Queues.Contains(queue) != true))
        {
            Add("queues", "There is no queue of that name.", "GET /api/v1/queues lists the queues; none stands for everything.");
        }

        var uri = AddressOf((wish.Address ?? "").Trim());
        Wanted = new Webhook("", plain, uri ?? new Uri("https://invalid.invalid"), "", default)
        {
            Topics = [.. WebhookTopics.All.Select(one => one.Name).Where(chosen.Contains)],
            Queues = [.. limits],
        };
        IsInTheClear = uri?.Scheme == Uri.UriSchemeHttp;
    }

    /// <summary>To be used only without mistakes.</summary>
    public Webhook Wanted { get; }

    /// <summary>True when what is sent can be read on the way.</summary>
    public bool IsInTheClear { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ApiMistake> Mistakes => _mistakes;

    private Uri? AddressOf(string text)
    {
        const string cure = "Send an address such as https://crm.example.com/hooks/phone.";
        if (text.Length > Webhook.LongestAddress || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || text.Any(char.IsControl))
        {
            Add("address", "That is no address of a web server.", cure);
            return null;
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            Add("address", "An address of a webhook has neither a password nor a part after #.", cure);
            return null;
        }

        // What a name leads to is looked at when it is sent to.
        if (IPAddress.TryParse(uri.IdnHost, out var ip) && AddressGuard.Trouble(ip, uri.Scheme == Uri.UriSchemeHttps) is { } trouble)
        {
            Add("address", trouble, cure);
            return null;
        }

        return uri;
    }

    private void Add(string place, string problem, string cure) => _mistakes.Add(new ApiMistake(place, problem, cure));
}
