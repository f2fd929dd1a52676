using Switchhook.Hardware.Countries;

namespace Switchhook.Site;

/// <summary>What holds when the site file says nothing, and the limits of what it may say.</summary>
public static class SiteDefaults
{
    /// <summary>Language of synthesised prompts.</summary>
    public const string Language = "en";

    /// <summary>Most languages of a site: each is loaded whole.</summary>
    public const int MostLanguages = 8;

    /// <summary>A second call beeps in a phone that is in use.</summary>
    public const bool CallWaiting = true;

    /// <summary>Whom a hunt group rings.</summary>
    public const HuntStrategy Strategy = HuntStrategy.RingAll;

    /// <summary>How often a hunt group tries all phones.</summary>
    public const int Rounds = 2;

    /// <summary>Most rounds of a hunt group.</summary>
    public const int MostRounds = 20;

    /// <summary>Digits of the shortest extension.</summary>
    public const int ShortestExtension = 2;

    /// <summary>Digits of the longest extension.</summary>
    public const int LongestExtension = 6;

    /// <summary>Most digits of a prefix for calls out.</summary>
    public const int LongestPrefix = 4;

    /// <summary>Most digits of a number after the prefix: E.164 has 15, an international call some more in front of them.</summary>
    public const int MostDigits = 20;

    /// <summary>Most characters of a text for speech synthesis: about two minutes.</summary>
    public const int LongestSpeech = 2000;

    /// <summary>Most devices that may be registered as one SIP phone at once.</summary>
    public const int Contacts = 5;

    /// <summary>Most devices of a SIP phone that may be allowed.</summary>
    public const int MostContacts = 10;

    /// <summary>Calls that a trunk carries at once.</summary>
    public const int Channels = 4;

    /// <summary>Most calls of a trunk that may be allowed.</summary>
    public const int MostChannels = 200;

    /// <summary>Host part of the phones' addresses and realm.</summary>
    public const string Domain = "switchhook";

    /// <summary>Most networks that are never banned.</summary>
    public const int MostTrusted = 50;

    /// <summary>Most numbers of a trunk.</summary>
    public const int MostTrunkNumbers = 1000;

    /// <summary>Ports for sound: 500 streams.</summary>
    public static readonly PortRange RtpPorts = new(20_000, 20_999);

    /// <summary>How often a call by SIP shows that it is still there (RFC 4028 §4 recommends it).</summary>
    public static readonly TimeSpan SessionTimer = TimeSpan.FromMinutes(30);

    /// <summary>The shortest that RFC 4028 §5 allows.</summary>
    public static readonly TimeSpan ShortestSessionTimer = TimeSpan.FromSeconds(90);

    /// <summary>Longest session timer.</summary>
    public static readonly TimeSpan LongestSessionTimer = TimeSpan.FromHours(24);

    /// <summary>How often a trunk's server is asked whether it is there.</summary>
    public static readonly TimeSpan Check = TimeSpan.FromSeconds(60);

    /// <summary>The most often that a server may be asked.</summary>
    public static readonly TimeSpan ShortestCheck = TimeSpan.FromSeconds(10);

    /// <summary>The least often that a server may be asked.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromHours(1);

    /// <summary>How long a program that speaks may take for one text.</summary>
    public static readonly TimeSpan SpeechTimeout = TimeSpan.FromSeconds(20);

    /// <summary>The shortest that may be set.</summary>
    public static readonly TimeSpan ShortestSpeechTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The longest that may be set.</summary>
    public static readonly TimeSpan LongestSpeechTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How long a hunt group rings in one attempt.</summary>
    public static readonly TimeSpan Ring = TimeSpan.FromSeconds(20);

    /// <summary>Shortest ring time: one ring of every country.</summary>
    public static readonly TimeSpan ShortestRing = TimeSpan.FromSeconds(5);

    /// <summary>Longest ring time.</summary>
    public static readonly TimeSpan LongestRing = TimeSpan.FromMinutes(3);

    /// <summary>Wait between two rounds of a hunt group.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Shortest wait between two rounds; without one, a group of busy phones would be tried without end.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two rounds.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Codecs of a SIP phone, the most wanted first. A call from or to the outside is G.711 in the country's law, so that comes first and
    /// needs no conversion; G.722 comes last, for it helps only between two phones that both have it.
    /// </summary>
    public static ValueList<SipCodec> PhoneCodecs(CompandingLaw law) => [.. TrunkCodecs(law), SipCodec.G722];

    /// <summary>Codecs of a trunk, the most wanted first.</summary>
    public static ValueList<SipCodec> TrunkCodecs(CompandingLaw law) => law switch
    {
        CompandingLaw.MuLaw => [SipCodec.Pcmu, SipCodec.Pcma],
        CompandingLaw.ALaw => [SipCodec.Pcma, SipCodec.Pcmu],
    };
}
