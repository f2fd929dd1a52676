using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Sessions;

namespace Switchhook.Sip.Legs;

/// <summary>What legs work with.</summary>
/// <param name="Sessions">SIP.</param>
/// <param name="Rtp">Opens their streams.</param>
/// <param name="Media">Makes their channels.</param>
/// <param name="Ids">Names them.</param>
internal sealed record LegServices(SessionServices Sessions, RtpEngine Rtp, IMediaEngine Media, IdSource Ids);
