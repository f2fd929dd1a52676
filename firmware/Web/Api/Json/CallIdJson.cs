using System.Text.Json;
using System.Text.Json.Serialization;
using Switchhook.Calls;

namespace Switchhook.Web.Api.Json;

/// <summary>A call's id is a string.</summary>
internal sealed class CallIdJson : JsonConverter<CallId>
{
    public override CallId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A call id is a string."));

    public override void Write(Utf8JsonWriter writer, CallId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
