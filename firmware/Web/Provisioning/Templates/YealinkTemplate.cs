using System.Collections.Frozen;
using System.Globalization;
using Switchhook.Site;
using Switchhook.Web.Provisioning.Settings;

namespace Switchhook.Web.Provisioning.Templates;

/// <summary>Yealink's files, as its Auto Provisioning Guide for firmware 81 and later describes them.</summary>
internal static class YealinkTemplate
{
    private const string Head = "#!version:1.0.0.1";
    private const int LineKey = 15;
    private const int BusyLampKey = 16;

    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "English",
        ["de"] = "German",
        ["es"] = "Spanish",
        ["fr"] = "French",
        ["it"] = "Italian",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ru"] = "Russian",
        ["tr"] = "Turkish",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Tones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AT"] = "Austria",
        ["AU"] = "Australia",
        ["BE"] = "Belgium",
        ["BR"] = "Brazil",
        ["CH"] = "Switzerland",
        ["CL"] = "Chile",
        ["CN"] = "China",
        ["CZ"] = "Czech",
        ["DE"] = "Germany",
        ["DK"] = "Denmark",
        ["ES"] = "Spain",
        ["FI"] = "Finland",
        ["FR"] = "France",
        ["GB"] = "Great Britain",
        ["GR"] = "Greece",
        ["HU"] = "Hungary",
        ["IN"] = "India",
        ["IT"] = "Italy",
        ["JP"] = "Japan",
        ["LT"] = "Lithuania",
        ["MX"] = "Mexico",
        ["NL"] = "Netherlands",
        ["NO"] = "Norway",
        ["NZ"] = "New Zealand",
        ["PT"] = "Portugal",
        ["RU"] = "Russia",
        ["SE"] = "Sweden",
        ["US"] = "United States",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The list of files, which the phone asks for first: the one of its own hardware address holds all.</summary>
    public static string WriteIndex() => $"{Head}\ninclude:config <$MAC.cfg>\n";

    /// <summary>The settings.</summary>
    public static string Write(PhoneSettings settings)
    {
        var file = new LineFile(Head);
        AddAccount(file, settings);
        AddSound(file, settings.Sound);
        AddPlace(file, settings.Place);
        AddKeys(file, settings);
        return file.ToString();
    }

    private static void AddAccount(LineFile file, PhoneSettings settings)
    {
        var (account, server) = (settings.Account, settings.Server);
        file.Add("account.1.enable", 1)
            .Add("account.1.label", account.Number)
            .Add("account.1.display_name", account.Name)
            .Add("account.1.user_name", account.Number)
            .Add("account.1.auth_name", account.Number)
            .Add("account.1.password", account.Secret)
            .Add("account.1.sip_server.1.address", server.Host)
            .Add("account.1.sip_server.1.port", server.Port)
            .Add("account.1.sip_server.1.transport_type", server.Transport == SipTransport.Tls ? 2 : 0)
            .Add("account.1.sip_server.1.expires", (int)SipServer.Expiry.TotalSeconds);
        if (server.Transport == SipTransport.Tls)
        {
            file.Add("static.security.trust_certificates", server.IsTakenOnTrust ? 0 : 1);
        }
    }

    private static void AddSound(LineFile file, PhoneSound sound)
    {
        foreach (var codec in Enum.GetValues<SipCodec>())
        {
            var (name, rank) = (NameOf(codec), sound.RankOf(codec));
            file.Add($"account.1.codec.{name}.enable", rank > 0 ? 1 : 0);
            file.Add($"account.1.codec.{name}.priority", rank);
        }

        file.Add("account.1.codec.g729.enable", 0)
            .Add("account.1.codec.opus.enable", 0)
            .Add("account.1.dtmf.type", sound.Dtmf switch { DtmfMode.InBand => 0, DtmfMode.Info => 2, _ => 1 })
            .Add("account.1.dtmf.info_type", 1)
            .Add("account.1.srtp_encryption", (int)sound.Encryption);
    }

    private static void AddPlace(LineFile file, PhonePlace place)
    {
        file.Add("local_time.ntp_server1", PhonePlace.TimeServer)
            .Add("local_time.time_zone", ZoneText(place.Clock.Offset))
            .Add("local_time.summer_time", place.Clock.Summer is null ? 0 : 1);
        if (place.Clock.Summer is { } summer)
        {
            file.Add("local_time.dst_time_type", 1)
                .Add("local_time.start_time", MomentText(summer.Begin))
                .Add("local_time.end_time", MomentText(summer.End))
                .Add("local_time.offset_time", (int)summer.Gain.TotalMinutes);
        }

        file.AddIf("lang.gui", Languages.GetValueOrDefault(place.BareLanguage))
            .AddIf("voice.tone.country", Tones.GetValueOrDefault(place.Country));
    }

    private static void AddKeys(LineFile file, PhoneSettings settings)
    {
        file.Add("linekey.1.type", LineKey).Add("linekey.1.line", 1);
        for (var i = 0; i < settings.Neighbours.Count; i++)
        {
            var key = $"linekey.{i + 2}";
            file.Add($"{key}.type", BusyLampKey)
                .Add($"{key}.line", 1)
                .Add($"{key}.value", settings.Neighbours[i].Number)
                .Add($"{key}.label", settings.Neighbours[i].Name);
        }
    }

    private static string NameOf(SipCodec codec) => codec switch
    {
        SipCodec.Pcmu => "pcmu",
        SipCodec.Pcma => "pcma",
        SipCodec.G722 => "g722",
    };

    private static string ZoneText(TimeSpan offset)
    {
        var (sign, size) = (offset < TimeSpan.Zero ? "-" : "+", offset.Duration());
        var minutes = size.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size.Minutes:00}");
        return size == TimeSpan.Zero ? "0" : string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)size.TotalHours}{minutes}");
    }

    private static string MomentText(YearlyMoment at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Month}/{at.Week}/{at.DayFromMonday}/{at.Time.Hours}");
}
