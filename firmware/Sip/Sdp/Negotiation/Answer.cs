using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>An answer of either side.</summary>
/// <param name="Ours">What the box says of itself in it, or said in the offer.</param>
/// <param name="Audio">What is agreed.</param>
/// <param name="IsHeld">True when the other side holds the box.</param>
internal sealed record Answer(LocalDescription Ours, AgreedAudio Audio, bool IsHeld);
