using System.Net;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Countries;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Registration;
using Switchhook.Sip.Rtp.Io;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets.Dns;
using Switchhook.Site;

namespace Switchhook.Sip.Serving;

/// <summary>What the SIP of a box is put together from.</summary>
/// <param name="Outside">What leads out of the box.</param>
/// <param name="Loop">The control loop.</param>
/// <param name="Media">Makes channels.</param>
/// <param name="Ids">Names legs.</param>
/// <param name="Journal">Is told what happens.</param>
/// <param name="Board">What the box is doing, for who watches it.</param>
/// <param name="Country">The site's.</param>
/// <param name="Host">Takes what phones dial; asked for when a phone calls, because it needs the stations itself.</param>
/// <param name="Site">What the site in force says of SIP.</param>
public sealed record SipParts(
    SipOutside Outside,
    ControlLoop Loop,
    IMediaEngine Media,
    IdSource Ids,
    CallJournal Journal,
    LiveBoard Board,
    Country Country,
    Func<IPhoneHost> Host,
    Func<SipConfig> Site);

/// <summary>What of SIP leads out of the box: the network, and what is kept on disk.</summary>
/// <param name="Wire">Carries messages.</param>
/// <param name="Rtp">Carries sound.</param>
/// <param name="Guard">Decides who is heard.</param>
/// <param name="Bind">Address that sound is received on: the one that messages are.</param>
/// <param name="Bindings">Keeps who is registered where.</param>
/// <param name="Secret">The password of a name such as <c>phone/105</c>; null when there is none.</param>
/// <param name="Dns">Where the servers of trunks are looked up.</param>
/// <param name="Trust">Told which name a certificate must bear at an address that is called by TLS; null for none any more.</param>
/// <param name="Random">Names calls and dialogs; of a source that nobody can guess.</param>
public sealed record SipOutside(
    ISipWire Wire,
    RtpEngine Rtp,
    AddressGuard Guard,
    IPAddress Bind,
    IBindingStore Bindings,
    Func<string, string?> Secret,
    IDnsSource Dns,
    Action<IPEndPoint, string?> Trust,
    Random Random);
