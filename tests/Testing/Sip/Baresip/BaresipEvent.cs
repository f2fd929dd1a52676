using System.Text.Json;

namespace Switchhook.Testing.Sip.Baresip;

/// <summary>Something that happened in baresip.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">What, by baresip's name.</param>
/// <param name="Peer">The other end's address; empty if it is no event of a call.</param>
/// <param name="Call">Which call; empty if it is no event of a call.</param>
/// <param name="Detail">The reason, the digit, offer or answer; empty for many.</param>
public sealed record BaresipEvent(BaresipEventKind Kind, string Name, string Peer, string Call, string Detail)
{
    internal static BaresipEvent Read(JsonElement json)
    {
        var name = Text(json, "type");
        var kind = Enum.TryParse<BaresipEventKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            ? known
            : BaresipEventKind.Other;
        return new BaresipEvent(kind, name, Text(json, "peeruri"), Text(json, "id"), Text(json, "param"));
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
