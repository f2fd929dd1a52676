using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Switchhook.Web.Api.Json;

/// <summary>Times of day are hours and minutes, such as <c>09:30</c>.</summary>
internal sealed class ClockTimeJson : JsonConverter<TimeOnly>
{
    /// <summary>How a time of day is written.</summary>
    public const string Format = "HH:mm";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("A time of day is hours and minutes, such as 09:30.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
