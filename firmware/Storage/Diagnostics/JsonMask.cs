using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchhook.Storage.Diagnostics;

/// <summary>Cleans the texts in JSON, and them alone, so that what comes out is JSON still.</summary>
/// <param name="secrets">Takes out secrets.</param>
/// <param name="clean">Takes out what else must not be read.</param>
internal sealed class JsonMask(SecretMask secrets, Func<string, string> clean)
{
    /// <summary>The JSON with its texts and names cleaned.</summary>
    /// <param name="json">JSON.</param>
    /// <param name="options">How it is written.</param>
    public string Clean(string json, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(Cleaned("", JsonNode.Parse(json)), options);

    private JsonNode? Cleaned(string name, JsonNode? node) => node switch
    {
        JsonObject fields => Cleaned(fields),
        JsonArray items => new JsonArray([.. items.Select(item => Cleaned(name, item))]),
        JsonValue value when IsSecret(name) && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            => SecretMask.Hidden,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Words(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    private JsonObject Cleaned(JsonObject fields)
    {
        var cleaned = new JsonObject();
        foreach (var (name, node) in fields)
        {
            cleaned[Words(name)] = Cleaned(name, node);
        }

        return cleaned;
    }

    private string Words(string text) => clean(secrets.Clean(text));

    // What a text tells of a secret by the word before it is told by the name of a member here.
    private static bool IsSecret(string name)
    {
        var member = $"{name}: x";
        return SecretMask.Plain.Clean(member) != member;
    }
}
