using System.Text.Json;

namespace Switchhook.Tests.Web.Api;

/// <summary>Reads answers of the API as a program does.</summary>
internal static class ApiReader
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.JsonAsync();
    }

    public static string? Text(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (at, name) => at.GetProperty(name)).ToString();
}
