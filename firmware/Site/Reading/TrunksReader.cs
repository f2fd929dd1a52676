using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads the trunks.</summary>
internal static class TrunksReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("server", "sip.example.com"),
        YamlKey.Optional("transport"),
        YamlKey.Optional("user"),
        YamlKey.Optional("auth-user"),
        YamlKey.Optional("register"),
        YamlKey.Optional("from-domain"),
        YamlKey.Optional("outbound-proxy"),
        YamlKey.Optional("number"),
        YamlKey.Required("route", "day"),
        YamlKey.Optional("night"),
        YamlKey.Optional("numbers"),
        YamlKey.Optional("channels"),
        YamlKey.Optional("caller-number"),
        YamlKey.Optional("hide-number"),
        YamlKey.Optional("check"),
        .. SipMediaReader.Keys,
    ];

    private static readonly YamlKey[] CallerNumberKeys = [YamlKey.Optional("header"), YamlKey.Optional("format")];

    /// <summary>Reads <c>trunks</c>.</summary>
    public static IReadOnlyList<TrunkDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "trunks", "voip: {server: sip.example.com, route: day}", log).Select(entry => Trunk(entry, log))];

    private static TrunkDraft Trunk(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "trunk", log);
        if (YamlFields.Open(entry.Value, $"trunk {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new TrunkDraft(entry.Key, null, new RouteDraft(null, null), new SipMediaDraft(null, null, DtmfMode.Auto));
        }

        var route = new RouteDraft(fields.Text("route"), fields.Text("night"));
        return new TrunkDraft(entry.Key, HostReader.HostPort(fields, "server", log), route, SipMediaReader.Read(fields, log))
        {
            Transport = fields.Choice<TrunkTransport>("transport"),
            Account = new TrunkAccountDraft(UserName(fields, "user", log), AuthUser(fields), fields.Flag("register")),
            FromDomain = HostReader.Host(fields, "from-domain", log),
            OutboundProxy = HostReader.HostPort(fields, "outbound-proxy", log),
            Number = fields.Text("number"),
            Numbers = TrunkNumbersReader.Read(fields, log),
            Channels = fields.Number("channels", 1, SiteDefaults.MostChannels)?.Value ?? SiteDefaults.Channels,
            CallerNumber = CallerNumber(fields, log),
            HidesNumber = fields.Flag("hide-number")?.Value ?? false,
            Check = Check(fields),
        };
    }

    // It stands in addresses, where marks such as @ and ; end it.
    private static Located<string>? UserName(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key, longest: 100) is not { } user)
        {
            return null;
        }

        if (user.Value.All(mark => char.IsAsciiLetterOrDigit(mark) || "-_.!~*'()&=+$,".Contains(mark, StringComparison.Ordinal)))
        {
            return user;
        }

        log.Error(
            user.At,
            $"\"{user.Value}\" cannot be the name of an account.",
            "Write what stands before the @ of the address that the provider gave, without \"sip:\"; the rest goes to \"from-domain\".");
        return null;
    }

    // It stands in quotes only, so it may have nearly all marks: some providers give one with an @.
    private static Located<string>? AuthUser(YamlFields fields) => fields.Text("auth-user", longest: 100);

    private static CallerNumberConfig CallerNumber(YamlFields trunk, MistakeLog log)
    {
        var fields = trunk.Node("caller-number") is { } node
            ? YamlFields.Open(node, $"caller-number of {trunk.What}", CallerNumberKeys, log)
            : null;
        return new CallerNumberConfig(
            fields?.Choice<CallerNumberHeader>("header")?.Value ?? CallerNumberConfig.Default.Header,
            fields?.Choice<CallerNumberFormat>("format")?.Value ?? CallerNumberConfig.Default.Format);
    }

    private static TimeSpan? Check(YamlFields fields) => fields.Node("check") switch
    {
        null => SiteDefaults.Check,
        YamlText { Text: "off" or "no" } => null,
        _ => fields.Duration("check", SiteDefaults.ShortestCheck, SiteDefaults.LongestCheck)?.Value,
    };
}
