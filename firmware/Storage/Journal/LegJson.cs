using System.Text.Json.Serialization;
using Switchhook.Calls.Live;

namespace Switchhook.Storage.Journal;

/// <summary>JSON of a call's legs in its row: generated code, camel case, enums by name, no nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<LegRecord>))]
internal sealed partial class LegJson : JsonSerializerContext;
