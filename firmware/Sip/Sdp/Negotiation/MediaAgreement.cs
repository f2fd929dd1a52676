using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp.Negotiation;

/// <summary>What an offer with its answer came to.</summary>
/// <param name="Audio">What is agreed from now on.</param>
/// <param name="Changed">False when it is what was agreed before, so that the RTP side need not be told.</param>
/// <param name="Answer">The body to send; empty where the other side answered.</param>
internal sealed record MediaAgreement(AgreedAudio Audio, bool Changed, ReadOnlyMemory<byte> Answer);
