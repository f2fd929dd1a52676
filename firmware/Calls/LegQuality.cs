namespace Switchhook.Calls;

/// <summary>How the sound of a leg that travels in packets was.</summary>
/// <param name="Codec">Its codec, such as <c>G.711 A-law</c>.</param>
/// <param name="Heard">What the box received from the party.</param>
/// <param name="Reported">What the party says of what it received (RTCP); null when it says nothing.</param>
/// <param name="RoundTripMs">Round trip of the packets in milliseconds; null when it was not measured.</param>
public sealed record LegQuality(string Codec, SoundFigures Heard, SoundFigures? Reported, double? RoundTripMs);

/// <summary>Figures of one direction.</summary>
/// <param name="LossPercent">Packets of a hundred that did not arrive, or too late.</param>
/// <param name="JitterMs">Interarrival jitter (RFC 3550 §6.4.1), in milliseconds.</param>
/// <param name="Mos">Mean opinion score by the E-model (ITU-T G.107), 1 to 4.5.</param>
public sealed record SoundFigures(double LossPercent, double JitterMs, double Mos);
