using System.Text.Json;
using System.Text.Json.Serialization;

namespace Switchhook.Calls.Journal;

/// <summary>The journal's JSON: generated code, camel case, enums by name, no nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(CallIdConverter)])]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(JournalEvent))]
public sealed partial class JournalJson : JsonSerializerContext
{
    private sealed class CallIdConverter : JsonConverter<CallId>
    {
        public override CallId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A call id is a string."));

        public override void Write(Utf8JsonWriter writer, CallId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
