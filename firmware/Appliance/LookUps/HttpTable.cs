using System.Net;
using System.Text.Json;
using Switchhook.Appliance.Network;
using Switchhook.Site.Flows;

namespace Switchhook.Appliance.LookUps;

/// <summary>A server that knows values by a key.</summary>
internal sealed class HttpTable : IDisposable
{
    private readonly HttpClient _client = OutsideHttp.NewClient();

    /// <summary>Asks for a row; null when the server answers with 404, or with an empty object.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    /// <exception cref="InvalidDataException">It answers with something else than a JSON object.</exception>
    public async Task<Dictionary<string, string>?> FindAsync(string address, string key, CancellationToken cancel)
    {
        var uri = new Uri(address.Replace(TableSource.Http.KeyMark, Uri.EscapeDataString(key), StringComparison.Ordinal));
        using var answer = await _client.GetAsync(uri, cancel).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidDataException($"The server answered with {(int)answer.StatusCode}.");
        }

        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return RowOf(json.RootElement) is { Count: > 0 } row ? row : null;
            }
        }
        catch (JsonException)
        {
            // Told below, as for JSON that is no object.
        }

        throw new InvalidDataException("The server did not answer with a JSON object.");
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static Dictionary<string, string> RowOf(JsonElement json)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in json.EnumerateObject())
        {
            if (one.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                row[one.Name] = one.Value.ToString();
            }
        }

        return row;
    }
}
