using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Switchhook.Appliance.Network;
using Switchhook.Flows.Queues.Alarms;

namespace Switchhook.Appliance.Alerts;

/// <summary>Posts alerts as JSON.</summary>
internal sealed partial class WebhookPost : IDisposable
{
    private readonly HttpClient _client = OutsideHttp.NewClient();

    /// <summary>Posts an alert; what is answered does not matter, only that it is a success.</summary>
    /// <returns>Why it failed, as a sentence without the address; null when it was taken.</returns>
    public async Task<string?> SendAsync(Uri address, Alert alert, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = JsonContent.Create(alert, AlertJson.Default.Alert),
            };
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? null : $"The webhook answered with {(int)answer.StatusCode}.";
        }
        catch (HttpRequestException failure)
        {
            return $"The webhook cannot be reached ({failure.HttpRequestError}).";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>The JSON of alerts: camel case, no nulls.</summary>
    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Alert))]
    private sealed partial class AlertJson : JsonSerializerContext;
}
