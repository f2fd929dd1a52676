using System.Text.Json.Serialization;
using Switchhook.Sip.Registration;

namespace Switchhook.Storage.Registrations;

/// <summary>JSON of a number's devices in its row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<StoredBinding>))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
